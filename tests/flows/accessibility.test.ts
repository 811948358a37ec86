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

test("by keyboard alone: open a ticket, answer it, close it", async () => {
  const { page, app } = await world.admin({ staff: STAFF.english });
  const tabTo = async (what: Locator, key = "Tab") => {
    await what.waitFor();
    for (let presses = 0; presses < 60; presses++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error("The keyboard does not get there.");
  };
  await tabTo(app.getByTestId("ticket-row").filter({ hasText: "Alva Nyström" }));
  await page.keyboard.press("Enter");

  const field = app.getByRole("textbox", { name: "Your reply" });
  await tabTo(field);
  await page.keyboard.type("Hej Alva, allt är stoppat.");
  await page.keyboard.press("Control+Enter");
  await app.getByTestId("message").filter({ hasText: "allt är stoppat" }).getByText("Delivered").waitFor();
  // Where they were: the next reply can be typed at once.
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

  await tabTo(app.getByRole("button", { name: "Close", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await app.getByRole("button", { name: "Reopen" }).waitFor();
});
