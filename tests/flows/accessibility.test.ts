// For everybody: clean for screen readers, fitting every width, and all of the work by keyboard alone.
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { askInShop, fillIn, send, thanksOn } from "./contact-form.ts";
import { expectFitApp, expectFitShop } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("the admin's pages and the contact form are clean and fit, on a desk and on a telephone", async () => {
  await expectCleanAdmin();
  await expectCleanForm();
});

/** Every page of the app. */
async function expectCleanAdmin(): Promise<void> {
  // Tuva has no access yet, and from now on she waits on the team page.
  await expectFitApp(await world.admin({ staff: STAFF.withoutRole }));

  // The inbox, at a desk.
  const owner = await world.admin({ staff: STAFF.owner });
  await owner.app.getByTestId("ticket-row").first().waitFor();
  await expectFitApp(owner);

  // With a telephone: a ticket alone, and the customer over it.
  await owner.page.setViewportSize({ width: 390, height: 900 });
  await owner.app.getByTestId("ticket-row").filter({ hasText: "Jonas Berg" }).click();
  await owner.app.getByTestId("thread").waitFor();
  await expectFitApp(owner);
  await owner.app.getByRole("button", { name: "Om kunden" }).click();
  await owner.app.getByTestId("lifetime-value").waitFor();
  await expectFitApp(owner);
  // What is done to an order, over that.
  await owner.app
    .getByRole("button", { name: /^Åtgärder för order/ })
    .first()
    .click();
  await owner.app.getByRole("menuitem", { name: "Återbetala" }).click();
  await owner.app.getByTestId("order-preview").waitFor();
  await expectFitApp(owner);
  await owner.page.keyboard.press("Escape");
  await owner.app.getByTestId("order-sheet").waitFor({ state: "detached" });
  await owner.app.getByRole("button", { name: "Stäng kunduppgifterna" }).click();

  // Back at the desk: list, ticket and customer side by side, and the team.
  await owner.page.setViewportSize({ width: 1440, height: 900 });
  await owner.app.getByTestId("lifetime-value").waitFor();
  await expectFitApp(owner);
  await owner.page.getByRole("link", { name: "Medarbetare" }).click();
  await owner.app.getByTestId("team-waiting").waitFor();
  await expectFitApp(owner);
}

/** With its errors and its thank-you; without JavaScript it fits as well. */
async function expectCleanForm(): Promise<void> {
  const page = await world.shopper({ width: 390 });
  await send(page);
  await page.getByText("Skriv ditt meddelande.").waitFor();
  await expectFitShop(page);
  await askInShop(page, { name: "Per Ek", email: "per.ek@example.net", message: "Hej!" });
  await expect.poll(() => thanksOn(page).evaluate((thanks) => thanks === document.activeElement)).toBe(true);
  await expectFitShop(page);

  // Without JavaScript errors and thank-you are pages of their own.
  const plain = await world.shopper({ width: 390, scripts: false });
  const fits = () => plain.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await fillIn(plain, { name: "Per Ek", email: "per.ek@example.net", message: "  " });
  await send(plain);
  await plain.getByText("Skriv ditt meddelande.").waitFor();
  expect(await fits()).toBe(true);
  await fillIn(plain, { message: "Hej igen!" });
  await send(plain);
  await plain.getByRole("heading", { name: "Tack för ditt meddelande" }).waitFor();
  expect(await fits()).toBe(true);
}

test("by keyboard alone: open a ticket, answer it, give it to a colleague whose bell rings, close it, and find the rest in the menu", async () => {
  const { page, app } = await world.admin({ staff: STAFF.english });
  const colleague = await world.admin({ staff: STAFF.manager });
  await colleague.app.getByTestId("ticket-row").first().waitFor();
  const { keyboard } = page;
  const tabTo = async (what: Locator, key = "Tab") => {
    await what.waitFor();
    for (let presses = 0; presses < 80; presses++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press(key);
    }
    throw new Error("The keyboard does not get there.");
  };
  await tabTo(app.getByTestId("ticket-row").filter({ hasText: "Alva Nyström" }));
  await keyboard.press("Enter");
  await app.getByTestId("thread").getByText("Hinner ni stoppa hela beställningen").waitFor();

  // The answer, and where they were afterwards: the next one can be typed at once.
  const field = app.getByRole("textbox", { name: "Your reply" });
  await field.waitFor();
  // Typed at once: no letter is lost, or a shortcut, though the editor may still be on its way.
  await keyboard.press("r");
  await keyboard.type("Hej Alva, allt är stoppat. e?");
  await expect
    .poll(() => field.evaluate((element) => element instanceof HTMLDivElement && element.innerText))
    .toBe("Hej Alva, allt är stoppat. e?");
  await keyboard.press("Control+Enter");
  const answer = app.getByTestId("message").filter({ hasText: "allt är stoppat. e?" });
  await answer.getByRole("button", { name: "Undo" }).waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.press("Escape");

  // To the list and back: the focus is where they came from, and no field takes it.
  const focused = app.locator("[data-testid=ticket-row]:focus");
  await keyboard.press("u");
  await focused.waitFor();
  await tabTo(app.getByTestId("ticket-row").filter({ hasText: "Jonas Berg" }));
  await keyboard.press("Enter");
  await app.getByRole("heading", { name: "Var är min dunjacka?" }).waitFor();
  await keyboard.press("n");
  await app.getByRole("textbox", { name: "Your note" }).waitFor();
  await keyboard.press("Escape");
  await keyboard.press("u");
  await focused.filter({ hasText: "Jonas Berg" }).waitFor();
  await keyboard.press("Enter");
  await app.getByRole("textbox", { name: "Your note" }).waitFor();
  expect(await focused.count()).toBe(1);

  // A colleague gets it, and hears of it wherever they are.
  await keyboard.press("a");
  const colleagues = app.getByTestId("picker");
  await colleagues.locator(":focus").waitFor();
  for (let presses = 0; presses < 8; presses++) {
    if ((await colleagues.locator("[data-at=true]").innerText()).includes("Matilda")) break;
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Enter");
  await app.getByText("assigned the ticket to Matilda").first().waitFor();
  await colleague.page.getByRole("link", { name: /^(Notifications|Aviseringar) \(\d+\)$/ }).click();
  const told = colleague.app.getByTestId("notification").first();
  await expect.poll(() => told.innerText()).toContain("Elliot Brandt");
  await expectFitApp(colleague);

  // "?" says what there is; the menu does what is typed.
  await keyboard.press("?");
  await app
    .getByRole("dialog", { name: "Keyboard shortcuts" })
    .getByText("Close", { exact: true })
    .first()
    .waitFor();
  await keyboard.press("Escape");
  await keyboard.press("Control+k");
  await app.getByTestId("command-field").fill("snoozed");
  await keyboard.press("Enter");
  await app.locator("nav [aria-current=page]").getByText("Snoozed").waitFor();
});
