// A macro from the slash to the customer's ticket: filled in with this very customer, never sent half filled.
import { expect, test } from "vitest";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("a slash brings an answer with this customer's name; what nobody knows stops Send and says so", async () => {
  const { email: to } = world.shop("fjallrum");
  const from = "majken.ask@example.net";
  await world.control("/mail/write", { from, to, subject: "Var är paketet?", text: "Hej, när kommer det?" });
  const { page, app } = await world.admin({ staff: STAFF.english });
  await app.getByTestId("ticket-row").filter({ hasText: "Var är paketet?" }).click();
  const text = app.locator(".ProseMirror");
  await text.click();
  await page.keyboard.type("/");
  const find = app.getByRole("combobox", { name: "Find a macro by name or text" });
  await find.waitFor();

  // Escape gives back what was typed.
  await page.keyboard.type("nej");
  await page.keyboard.press("Escape");
  await expect.poll(() => text.innerText()).toBe("/nej");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");

  await page.keyboard.type("/where is");
  await app.getByTestId("macro-preview").getByText("Hi Majken,").waitFor();
  await page.keyboard.press("Enter");
  await text.getByText("Hi Majken,").waitFor();
  await text.getByText("Elliot").waitFor();
  const left = app.getByTestId("variables-left");
  await left.getByRole("button", { name: "Order number" }).waitFor();
  await app.getByTestId("macro-actions").getByText("Snooze for 3 days").waitFor();
  const send = app.getByRole("button", { name: "Send", exact: true });
  expect(await send.isDisabled()).toBe(true);

  // Taken hold of, it is written over; with something to say instead it is no longer in the way.
  await left.getByRole("button", { name: "Order number" }).click();
  await page.keyboard.type("{{order.name|your order}}");
  await text.getByText("your order").waitFor();
  await left.getByRole("button", { name: "Order number" }).waitFor({ state: "detached" });
  for (const name of ["Order status", "Tracking link"]) {
    await left.getByRole("button", { name }).click();
    await page.keyboard.type("soon there");
  }
  await left.waitFor({ state: "detached" });
  await send.click();
  await app
    .getByTestId("message")
    .filter({ hasText: "Hi Majken," })
    .getByRole("button", { name: "Undo" })
    .waitFor();
  await app.getByText(/snoozed the ticket until/).waitFor();

  // What it does, it also does in a note.
  await app.getByRole("tab", { name: "Note" }).click();
  await text.click();
  await page.keyboard.type("/where is");
  await app.getByTestId("macro-preview").getByText("Hi Majken,").waitFor();
  await page.keyboard.press("Enter");
  await app.getByTestId("macro-actions").getByText("Snooze for 3 days").waitFor();
});
