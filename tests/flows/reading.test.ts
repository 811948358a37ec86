// Reading a long conversation, and from one ticket to the next.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { frameOf, openWorld, pathOf, STAFF, type Admin } from "./world.ts";

const world = await openWorld();

const messages = ({ app }: Admin) => app.getByTestId("message");
const thread = ({ app }: Admin) => app.getByTestId("thread");

/** The latest ticket becomes long, read up to two minutes ago; the one after it is the same customer's. */
const makeLong = () =>
  world.sql(`
    CREATE TEMP TABLE latest AS
      SELECT t.*, row_number() OVER (ORDER BY t."lastMessageAt" DESC) AS place FROM "Ticket" t
      JOIN "ShopDomain" d ON d."workspaceId" = t."workspaceId" AND d.domain = 'fjallrum.myshopify.com'
      WHERE t."waitingOn" = 'us' AND t."archivedAt" IS NULL AND NOT t.spam AND t."mergedIntoId" IS NULL AND t.status = 'open'
        AND t."customerId" IS NOT NULL
      ORDER BY t."lastMessageAt" DESC LIMIT 2;
    INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, text, delivery, "fromName", "createdAt")
      SELECT "workspaceId", gen_random_uuid(), id, CASE n % 2 WHEN 0 THEN 'outbound' ELSE 'inbound' END, 'email',
        'Rad ' || n || repeat(' och lite till', n % 9), CASE n % 2 WHEN 0 THEN 'delivered' END, 'Ebba', "createdAt" - n * interval '3 hours'
      FROM latest, generate_series(1, 90) n WHERE place = 1;
    INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, text, "fromName", "createdAt")
      SELECT "workspaceId", gen_random_uuid(), id, 'inbound', 'email', 'Nyss ' || n, 'Ebba', now() - n * interval '30 seconds'
      FROM latest, generate_series(1, 2) n WHERE place = 1;
    UPDATE "Ticket" t SET "lastMessageAt" = now(), "lastInboundAt" = now() - interval '30 seconds',
        "lastMessageId" = (SELECT m.id FROM "Message" m WHERE m."ticketId" = t.id ORDER BY m."createdAt" DESC LIMIT 1)
      FROM latest l WHERE l.place = 1 AND t."workspaceId" = l."workspaceId" AND t.id = l.id;
    INSERT INTO "TicketRead" ("workspaceId", "ticketId", "agentId", "readAt")
      SELECT l."workspaceId", l.id, a.id, now() - interval '2 minutes'
      FROM latest l JOIN "Agent" a ON a."workspaceId" = l."workspaceId" WHERE l.place = 1
      ON CONFLICT ("workspaceId", "ticketId", "agentId") DO UPDATE SET "readAt" = EXCLUDED."readAt";
    UPDATE "Ticket" t SET "customerId" = first."customerId" FROM latest l, latest first
      WHERE first.place = 1 AND l.place = 2 AND t."workspaceId" = l."workspaceId" AND t.id = l.id;`);

/** Where a message stands on the screen. */
const topOf = async (agent: Admin, text: string): Promise<number> =>
  (await messages(agent).filter({ hasText: text }).first().boundingBox())?.y ?? NaN;

test("a long conversation is read from where it was left, back to its beginning, and on to others", async () => {
  await makeLong();
  const agent = await world.admin({ staff: STAFF.english });
  const rows = agent.app.getByTestId("ticket-row");
  const number = (await rows.first().getAttribute("data-number")) ?? "";
  await rows.first().click();

  // It opens at what is new, with the middle folded.
  await agent.app.getByTestId("new-line").waitFor();
  const here = pathOf(agent);
  await messages(agent).filter({ hasText: "Nyss 2" }).waitFor();
  const folded = await messages(agent).count();
  expect(folded).toBeLessThan(20);
  await expectFitApp(agent);
  await agent.app.getByTestId("fold").getByRole("button").click();
  await expect.poll(() => messages(agent).count()).toBeGreaterThan(45);

  // Older messages come above, and what is being read stays where it is.
  await thread(agent).evaluate((pane) => (pane.scrollTop = 0));
  const first = (await messages(agent).first().innerText()).trim().slice(0, 40);
  const before = await topOf(agent, first);
  const shown = await messages(agent).count();
  await agent.app.getByTestId("older").getByRole("button").click();
  await expect.poll(() => messages(agent).count()).toBeGreaterThan(shown);
  expect(Math.abs((await topOf(agent, first)) - before)).toBeLessThan(4);
  expect(await agent.app.getByTestId("older").count()).toBe(0);

  // What else the customer wrote about, and the way back; then next and previous.
  await agent.app.getByTestId("other-tickets").getByRole("link").first().click();
  await agent.app.getByTestId("way-back").getByText(number).click();
  await expect.poll(() => pathOf(agent)).toBe(here);
  await agent.app.getByTestId("way-back").waitFor({ state: "detached" });
  await agent.app.getByRole("button", { name: "Next ticket" }).click();
  await expect.poll(() => pathOf(agent)).not.toBe(here);
  await agent.app.getByRole("button", { name: "Previous ticket" }).click();
  await expect.poll(() => pathOf(agent)).toBe(here);

  // A ticket that is done with leads to the next, and the keys work on.
  await agent.app.getByTestId("ticket").getByRole("button", { name: "Close", exact: true }).click();
  await expect.poll(() => pathOf(agent)).not.toBe(here);
  expect(pathOf(agent)).toMatch(/\/app\/tickets\/[0-9a-f-]{36}/);
  await expect.poll(() => frameOf(agent).evaluate(() => document.activeElement !== document.body)).toBe(true);
});
