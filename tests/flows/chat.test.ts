// A shopper's phone and an agent's admin side by side: what one says the other sees, through a lost network, a page that
// is loaded again, other tabs, a shop that lets nobody through, to the end and its stars.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chatOn, countAsked, expectSaid, openChat, say } from "./shop-chat.ts";
import { expectFitChat } from "./fitness.ts";
import { openWorld, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const QUESTION = "Är skalet vattentätt?";

const shop = (page: Page, path: string) => new URL(path, page.url().replace(/\/pages\/.*/, "/")).href;
const messages = ({ app }: Admin) => app.getByTestId("thread").getByTestId("message");

test("a shopper on a phone and an agent talk, and nothing is lost or said twice", async () => {
  const agent = await world.admin({ staff: STAFF.english });
  const page = await world.shopper({ width: 390 });
  await expectNothingBeforeTheTouch(page);
  await expectConversation(page, agent);
  await expectLostNetworkLosesNothing(page, agent);
  await expectEveryTabToHear(page, agent);
  await expectEndAndStars(page, agent);
  await expectTalkThroughTheShop();
});

/** No request, no layout shift, one button however often the embed stands there. */
async function expectNothingBeforeTheTouch(page: Page): Promise<void> {
  const asked = countAsked(page);
  await page.goto(shop(page, "products/skare-skaljacka-dam"));
  await page.evaluate(() => {
    const copy = document.querySelector("samla-chat")?.cloneNode();
    if (copy) document.body.append(copy);
  });
  await chatOn(page).locator(".launcher").waitFor();
  expect(await chatOn(page).locator(".launcher").count()).toBe(1);
  expect(asked()).toEqual([]);
}

async function expectConversation(page: Page, agent: Admin): Promise<void> {
  await openChat(page);
  await say(page, QUESTION);
  const row = agent.app.getByTestId("ticket-row").filter({ hasText: QUESTION });
  await row.click();
  await agent.app.getByTestId("chat-strip").getByRole("button", { name: "Take the chat" }).click();
  await chatOn(page).getByRole("heading", { name: "Elliot" }).waitFor();
  await agent.app.locator(".ProseMirror").click();
  await agent.page.keyboard.type("Ja, 20 000 mm. Läs https://fjallrum.example/vatten");
  await chatOn(page).locator(".dots").waitFor();
  await agent.page.keyboard.press("Enter");
  await expectSaid(page, [QUESTION, expect.stringContaining("vatten")]);
  const link = chatOn(page).getByRole("link", { name: "fjallrum.example/vatten" });
  expect(await link.getAttribute("target")).toBe("_blank");
  expect(await link.getAttribute("rel")).toContain("noopener");
  await agent.app.locator('[data-testid="read-mark"][data-read="true"]').waitFor();
  await expectFitChat(page);
}

/** What is written without a network goes out with it, in its order, also from a page that was loaded again. */
async function expectLostNetworkLosesNothing(page: Page, agent: Admin): Promise<void> {
  await page.context().setOffline(true);
  for (const text of ["Ett", "Två"]) await say(page, text);
  await chatOn(page).getByText("Skickas när du är uppkopplad igen").waitFor();
  await page.context().setOffline(false);
  await messages(agent).filter({ hasText: "Två" }).waitFor();

  // The answer to one is lost: the same message again is the same message.
  await page.route("**/send", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await say(page, "Tre");
  await messages(agent).filter({ hasText: "Tre" }).waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await say(page, "Fyra");
  await messages(agent).filter({ hasText: "Fyra" }).waitFor();
  await expectSaid(page, [QUESTION, expect.any(String), "Ett", "Två", "Tre", "Fyra"]);
  expect(await messages(agent).filter({ hasText: "Tre" }).count()).toBe(1);
}

/** A second tab shows the same, and what is written in it stands in the first. A badge calls whoever closed the chat. */
async function expectEveryTabToHear(page: Page, agent: Admin): Promise<void> {
  const second = await page.context().newPage();
  await second.goto(shop(page, "collections/all"));
  await openChat(second);
  await say(second, "Från en annan flik");
  await chatOn(page).getByText("Från en annan flik").waitFor();
  await second.close();
  await messages(agent).filter({ hasText: "Från en annan flik" }).waitFor();
  await chatOn(page).getByRole("button", { name: "Stäng chatten" }).click();
  await agent.app.locator(".ProseMirror").click();
  await agent.page.keyboard.type("Något mer?");
  await agent.page.keyboard.press("Enter");
  await chatOn(page)
    .getByRole("button", { name: /Olästa meddelanden: 1/ })
    .click();
  await expect.poll(() => page.title()).not.toContain("(");
}

async function expectEndAndStars(page: Page, agent: Admin): Promise<void> {
  const chat = chatOn(page);
  await chat.getByRole("button", { name: "Fler val" }).click();
  await chat.getByRole("button", { name: "Avsluta chatten" }).click();
  await chat.getByRole("button", { name: "Avsluta chatten" }).click();
  await chat.getByText("Chatten är avslutad.").waitFor();
  await chat.getByRole("radio", { name: "Mycket bra" }).check({ force: true });
  await chat.getByRole("button", { name: "Skicka", exact: true }).click();
  await chat.getByText("Tack för att du berättade!").waitFor();
  await agent.app.getByText("The visitor rated the chat 5 of 5").first().waitFor();
  await chat.getByRole("button", { name: "Starta en ny chatt" }).click();
  await expectSaid(page, []);
}

/** A theme whose policy lets nothing through but the shop's own, a browser that keeps nothing, somebody signed in. */
async function expectTalkThroughTheShop(): Promise<void> {
  const page = await world.shopper({
    ...{ width: 390, twists: ["strict"], customer: "callum.whitaker@example.com" },
  });
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("No storage here.", "SecurityError");
      },
    }),
  );
  await page.goto(shop(page, "cart"));
  await openChat(page);
  await chatOn(page).getByRole("button", { name: "Var är min beställning?" }).waitFor();
  expect(await chatOn(page).getByLabel("E-postadress").isVisible()).toBe(false);
  await say(page, "Genom butiken");
  await chatOn(page)
    .getByText(/Skickat|Läst/)
    .waitFor();
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app
    .getByTestId("ticket-row")
    .filter({ hasText: /Callum Whitaker[^]*Genom butiken/ })
    .click();
  await agent.app.getByRole("button", { name: "Take the chat" }).click();
  await agent.app.locator(".ProseMirror").click();
  await agent.page.keyboard.type("Vi hörs ändå");
  await agent.page.keyboard.press("Enter");
  await expectSaid(page, ["Genom butiken", "Vi hörs ändå"]);
}
