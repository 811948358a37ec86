// One ticket put aside and out of the way, and back again.
import { expect } from "vitest";
import { STAFF, type World } from "./world.ts";

const EMAIL = "siri.berg@example.net";

/** It is labelled, sleeps until its customer answers, and comes back from the archive. */
export async function followOneTicket(world: World): Promise<void> {
  const subject = "När kommer jackan i grönt?";
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: EMAIL, to, subject, text: "Hej, jag vill ha den grön." });
  const { page, app } = await world.admin({ staff: STAFF.english });
  const row = app.getByTestId("ticket-row").filter({ hasText: subject });
  await row.click();
  await expect.poll(() => world.mailTo(EMAIL).length).toBe(1);
  const controls = app.getByTestId("controls");
  const status = controls.getByTestId("status").getByRole("button");
  const label = controls.getByTestId("label").getByText("Ring tillbaka");
  const lookIn = async (view: string) => {
    await app.getByTestId(`view-${view}`).click();
    await row.click();
    await label.waitFor();
  };

  // A name no label has becomes one.
  await controls.getByRole("button", { name: "Labels: add or remove" }).click();
  await app.getByRole("combobox", { name: "Find or create a label" }).fill("Ring tillbaka");
  await app.getByRole("option", { name: "Create “Ring tillbaka”" }).click();
  await page.keyboard.press("Escape");
  await label.waitFor();
  await app.getByTestId("about-ticket").getByText("Ring tillbaka").waitFor();
  await row.getByText("Ring tillbaka").waitFor();

  // Asleep, it is out of the inbox and says until when; the customer's answer wakes it.
  await status.click();
  await app.getByRole("option", { name: /^Tomorrow/ }).click();
  await row.waitFor({ state: "detached" });
  await lookIn("snoozed");
  // What the page remembers is shown first.
  await status.getByText(/^Until .*9:00 AM$/).waitFor();
  await world.control("/mail/reply", { to: EMAIL, text: "Det behövs inte, jag tog den röda." });
  await app.getByTestId("thread").getByText("The customer's message ended the snooze").waitFor();
  await row.waitFor({ state: "detached" });
  await status.getByText("Open", { exact: true }).waitFor();

  // Archived by its key, undone from the toast, archived again; restored from there.
  const notice = app.getByTestId("archive-notice");
  const archive = async () => {
    await lookIn("inbox");
    await notice.waitFor({ state: "detached" });
    await page.keyboard.press("y");
    await row.waitFor({ state: "detached" });
  };
  await archive();
  const said = page.getByRole("status").filter({ hasText: /archived/ });
  await said.getByRole("button", { name: "Undo" }).click();
  await row.waitFor();
  await archive();
  await lookIn("archived");
  await notice.getByText("deleted for good in 30 days").waitFor();
  await notice.getByRole("button", { name: "Restore" }).click();
  await notice.waitFor({ state: "detached" });
  await lookIn("inbox");
  await page.close();
}
