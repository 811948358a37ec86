// A mail that cannot be made a ticket of is not lost: it is announced, can be read as it came, and tried again.
import { expect } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { STAFF, type World } from "./world.ts";

/** A mail that breaks its reading is shown to an owner, as it came, and read again. */
export async function expectUnreadable(world: World): Promise<void> {
  const owner = await world.admin({ staff: STAFF.owner });
  const support = await world.admin({ staff: STAFF.english });
  await owner.app.getByTestId("ticket-row").first().waitFor();
  expect(await owner.app.getByTestId("unreadable-notice").count()).toBe(0);

  // Our own failure: one message the database will not take, and no second try.
  await world.sql(`UPDATE pgboss.queue SET retry_limit = 0 WHERE name = 'take-in-mail'`);
  await world.sql(`ALTER TABLE "Message" ADD CONSTRAINT poison CHECK (text NOT LIKE '%giftigt%')`);
  await world.control("/mail/write", {
    from: "gunnar.gift@example.net",
    to: world.shop("fjallrum").email,
    subject: "Garnet fäller",
    text: "Är färgen giftigt? Den fäller på händerna.",
  });
  const notice = owner.app.getByTestId("unreadable-notice");
  await notice.getByText("1 meddelande som kom in gick inte att läsa.").waitFor();
  expect(await support.app.getByTestId("unreadable-notice").count()).toBe(0);

  await expectFitApp(owner);

  await notice.getByRole("link").click();
  const item = owner.app.getByTestId("unreadable");
  await item.getByText("Garnet fäller").waitFor();
  await item.getByText("Vi misslyckades flera gånger med att göra ett ärende av det.").waitFor();
  expect(await item.innerText()).toContain("gunnar.gift@example.net");
  await item.getByRole("button", { name: "Visa som det kom" }).click();
  await expect.poll(() => item.locator("pre").innerText()).toContain(`"Subject": "Garnet fäller"`);

  await expectFitApp(owner);

  // Mended, it becomes a ticket like any other.
  await world.sql(`ALTER TABLE "Message" DROP CONSTRAINT poison`);
  await item.getByRole("button", { name: "Läs igen" }).click();
  await item.waitFor({ state: "detached" });
  await owner.app.getByRole("heading", { name: "Allt som kommit in gick att läsa" }).waitFor();
  await support.app.getByTestId("ticket-row").filter({ hasText: "Garnet fäller" }).waitFor();
}
