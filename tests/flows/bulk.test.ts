import { expect, test } from "vitest";
import { followOneTicket } from "./status.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("many are closed and given back; two become one and are two again; one sleeps, wakes and comes back from the archive", async () => {
  const { page, app } = await world.admin({ staff: STAFF.english, path: "/app/tickets" });
  const rows = app.getByTestId("ticket-row");
  await rows.first().waitFor();
  const numbers = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-number") ?? ""));
  const box = (at: number) => app.getByRole("checkbox", { name: `Choose ${numbers[at] ?? ""}`, exact: true });
  const row = (at: number) => app.locator(`[data-number="${numbers[at] ?? ""}"]`);
  await box(0).click();
  await box(2).click({ modifiers: ["Shift"] });
  const bar = app.getByTestId("bulk-bar");
  await bar.getByText("3 chosen").waitFor();
  await bar.getByRole("button", { name: "Close", exact: true }).click();
  const result = app.getByTestId("bulk-result");
  await result.getByText("3 tickets changed").waitFor();
  await row(1).waitFor({ state: "detached" });
  await result.getByRole("button", { name: "Undo" }).click();
  await result.getByText("undone for 3 tickets").waitFor();
  await row(1).waitFor();
  await result.getByRole("button", { name: "Put away" }).click();

  // All that match says how many that is, and a label can be made on the way.
  await box(0).click();
  await bar.getByRole("checkbox", { name: "Choose all that are shown" }).click();
  await bar.getByRole("button", { name: /^Choose all \d+ that match$/ }).click();
  const all = (await bar.getByText(/^All \d+ tickets/).textContent())?.match(/\d+/)?.[0] ?? "";
  await bar.getByRole("button", { name: "More" }).click();
  await app.getByRole("menuitem", { name: "Pick a day and time" }).click();
  await app.getByLabel("Day and time").waitFor();
  await app.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await bar.getByRole("button", { name: "Label", exact: true }).click();
  await app.getByRole("combobox", { name: "Find or create a label" }).fill("Inventory day");
  await app.getByRole("option", { name: /Inventory day/ }).click();
  await result.getByText(`${all} tickets changed`).waitFor();
  await row(1).getByText("Inventory day").waitFor();
  await result.getByRole("button", { name: "Undo" }).click();
  await result.getByText(`undone for ${all} tickets`).waitFor();
  await result.getByRole("button", { name: "Put away" }).click();

  await row(0).click();
  await app.getByRole("button", { name: "More actions" }).click();
  await app.getByRole("menuitem", { name: "Merge with another ticket" }).click();
  const dialog = app.getByTestId("merge-dialog");
  await dialog.getByLabel("Find a ticket").fill(numbers[2] ?? "");
  await dialog
    .getByTestId("merge-candidate")
    .filter({ hasText: numbers[2] ?? "" })
    .click();
  await dialog.getByTestId("merge-preview").waitFor();
  await dialog.getByRole("button", { name: /^Merge \S+ into/ }).click();
  const merged = app.locator("[data-event=merged]");
  await merged.waitFor();
  await merged.getByRole("button", { name: "Undo" }).click();
  await app.locator("[data-event=unmerged]").waitFor();
  await row(2).waitFor();
  expect(await rows.count()).toBeGreaterThan(1);
  await page.close();
  await followOneTicket(world);
}, 120_000);
