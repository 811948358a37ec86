// What a shopper does on a contact page.
import type { Locator, Page } from "playwright-core";

export interface Question {
  name?: string;
  email?: string;
  order_number?: string;
  topic?: string;
  message?: string;
}

/** Fills in the named fields; those that aren't named stay as they are. Works in any language. */
export async function fillIn(page: Page, question: Question): Promise<void> {
  const form = formOn(page);
  for (const [field, text] of Object.entries(question)) {
    const input = form.locator(`[name="${field}"]`);
    if (field === "topic" && (await input.evaluate((element) => element.tagName)) === "SELECT")
      await input.selectOption(text);
    else await input.fill(text);
  }
}

/** Presses the form's button. */
export const send = (page: Page): Promise<void> => formOn(page).locator("button[type=submit]").click();

/** Asks through the form and returns the ticket's number from the thank-you. */
export async function askInShop(page: Page, question: Question): Promise<string> {
  await fillIn(page, question);
  await send(page);
  return numberIn(thanksOn(page));
}

/** The thank-you that takes the form's place. */
export const thanksOn = (page: Page): Locator => page.locator("[data-samla-thanks]:visible");

/** The ticket's number, once the element shows one. */
export async function numberIn(shown: Locator): Promise<string> {
  const number = shown.getByText(/(FR|TA)-\d+/);
  return /[A-Z]+-\d+/.exec(await number.innerText())?.[0] ?? "";
}

const formOn = (page: Page): Locator => page.locator("form:has([name=message])");
