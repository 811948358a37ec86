// Snoozed until a time, to the minute; or until the customer answers, which cancels the time.
import { afterEach, expect, test, vi } from "vitest";
import { makeAgent, makeConversation, makeTicket } from "../../tests/factories.ts";
import { mailbox, receive, someone, ticketsOf } from "../../tests/mailbox.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { markRead } from "./reading.server.ts";
import { snoozeTicket } from "./snooze.server.ts";
import type { TicketRef } from "./ticket.ts";
import { wakeDue } from "./wake.server.ts";

const by = { by: SYSTEM };
const read = ({ workspaceId, id }: TicketRef) =>
  db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
const eventsOf = async ({ workspaceId, id }: TicketRef) =>
  (await db.event.findMany({ where: { workspaceId, ticketId: id }, orderBy: { id: "asc" } })).map(
    ({ type }) => type,
  );
/** The clock stands still at a full minute. */
function stopClock(): Date {
  const start = new Date(Math.ceil(now().getTime() / MINUTE) * MINUTE);
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  return start;
}
const passes = (minutes: number, from: Date) => vi.setSystemTime(later(from, minutes * MINUTE));

afterEach(() => vi.useRealTimers());

test("it wakes in the minute it was snoozed until, not before, and is on top, unread for its owner alone", async () => {
  const start = stopClock();
  const { workspace, store, agent, ticket } = await makeConversation();
  const colleague = await makeAgent(workspace);
  const owned = { workspaceId: workspace.id, id: ticket.id };
  await db.ticket.update({
    where: { workspaceId_id: owned },
    data: { assigneeId: agent.id, waitingOn: "customer" },
  });
  for (const one of [agent, colleague]) await markRead(owned, one);
  passes(1, start);
  await makeTicket(store, { lastInboundAt: now() });
  await snoozeTicket(owned, later(start, 30 * MINUTE), by);

  passes(29, start);
  await wakeDue();
  expect((await read(owned)).status).toBe("snoozed");
  passes(30, start);
  await wakeDue();
  await wakeDue();
  expect(await read(owned)).toMatchObject({ status: "open", snoozedUntil: null, waitingOn: "us" });
  expect(await eventsOf(owned)).toEqual(["snoozed", "woken"]);
  const firstOf = async (who: { id: string }) =>
    (await listTickets({ id: workspace.id, ticketPrefix: "" }, who, wholeView("inbox"), null)).rows[0];
  expect(await firstOf(agent)).toMatchObject({ id: ticket.id, unread: true });
  expect(await firstOf(colleague)).toMatchObject({ id: ticket.id, unread: false });
});

test("the customer's answer wakes it at once, and its time passes without a trace", async () => {
  const start = stopClock();
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "first@m.example", text: "Var är mitt paket?" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await snoozeTicket(ticket, later(start, 60 * MINUTE), by);
  passes(20, start);
  await receive({ from, token, inReplyTo: "first@m.example", text: "Det kom fram!" });
  const woken = await read(ticket);
  expect(woken).toMatchObject({ status: "open", snoozedUntil: null });
  passes(61, start);
  await wakeDue();
  expect(await read(ticket)).toEqual(woken);
  expect((await eventsOf(ticket)).filter((type) => type === "woken")).toEqual(["woken"]);
});

test("a machine's answer leaves it asleep, and sweeps that never come close nothing", async () => {
  const start = stopClock();
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "first@m.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await snoozeTicket(ticket, later(start, 60 * MINUTE), by);
  await receive({ from, token, inReplyTo: "first@m.example", headers: { "Auto-Submitted": "auto-replied" } });
  passes(59, start);
  await wakeDue();
  expect((await read(ticket)).status).toBe("snoozed");
});
