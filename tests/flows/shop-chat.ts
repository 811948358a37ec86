// What a shopper does in a shop's chat, in Swedish.
import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";

/** Everything of the chat on a page. */
export const chatOn = (page: Page): Locator => page.locator("samla-chat");

/** Touches the button. */
export async function openChat(page: Page): Promise<void> {
  await chatOn(page).locator(".launcher").click();
  await field(page).waitFor();
}

/** Writes a message and presses Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await field(page).pressSequentially(text);
  await field(page).press("Enter");
}

/** What people have said, oldest first: neither the greeting nor what the shop says by itself. */
export const saidOn = (page: Page): Promise<string[]> =>
  chatOn(page)
    .locator("li:is(.visitor, .agent):not([data-message=greeting]) .bubble")
    .evaluateAll((bubbles) =>
      bubbles.map(({ childNodes }) =>
        [...childNodes].flatMap((node, index) => (index ? (node.textContent ?? "") : [])).join(""),
      ),
    );

/** Waits until the conversation reads like this. */
export const expectSaid = (page: Page, texts: string[]): Promise<void> =>
  expect.poll(() => saidOn(page)).toEqual(texts);

/** Every request of the page to the app, by either way. */
export function countAsked(page: Page): () => string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, origin } = new URL(request.url());
    if (pathname.includes("/apps/samla/") || origin.startsWith("http://127.0.0.1")) asked.push(pathname);
  });
  return () => asked;
}

const field = (page: Page) => chatOn(page).getByRole("textbox", { name: "Skriv ett meddelande" });
