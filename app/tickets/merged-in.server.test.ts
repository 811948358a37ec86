// A colleague merges while somebody writes an answer: what came in is read before it is sent, however old it is.
import { expect, test } from "vitest";
import { makeAgent, makeConversation, makeMessage, makeTicket } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { mergeTickets } from "./merge.server.ts";
import { replyToTicket } from "./reply.server.ts";
import { readTicket } from "./thread.server.ts";
import { undoMerge } from "./unmerge.server.ts";

async function writing() {
  const talk = await makeConversation();
  const colleague = await makeAgent(talk.workspace, { name: "Anna" });
  const other = await makeTicket(talk.store, { customerId: talk.customer.id });
  const old = await makeMessage(other, { text: "Hittar ni mitt paket?", createdAt: later(now(), -3 * DAY) });
  const by = { by: { kind: "agent", id: colleague.id } } as const;
  const merge = (from: string, into: string, who: string = colleague.id) =>
    mergeTickets(talk.workspace, { from, into }, { by: { ...by.by, id: who } });
  const sees = async () => {
    const { id, mergeId } = await readTicket(talk.workspace, talk.ticket, talk.agent);
    return { ticketId: id, merge: mergeId };
  };
  const reply = (
    sight: { ticketId: string; merge: string | null },
    ticket: typeof talk.ticket = talk.ticket,
  ) => replyToTicket(ticket, { ...writtenReply(talk, "Hej", { seen: talk.message.id }), sight });
  return { ...talk, colleague, other, old, merge, sees, reply, by };
}

test("what was merged in stops Send and is shown, until it has been read", async () => {
  const { ticket, other, old, merge, sees, reply } = await writing();
  const sight = await sees();
  const { mergeId } = await merge(other.id, ticket.id);
  await expect(reply(sight)).rejects.toMatchObject({
    code: "thread-moved-on",
    detail: {
      news: [{ id: old.id, text: "Hittar ni mitt paket?" }],
      merge: mergeId,
      merged: true,
      more: false,
    },
  });
  await reply({ ...sight, merge: mergeId });
});

test("whoever opened the ticket after the merge has it before them, and one's own merge is no news", async () => {
  const { agent, ticket, other, merge, sees, reply, store, customer } = await writing();
  await merge(other.id, ticket.id);
  const sight = await sees();
  const third = await makeTicket(store, { customerId: customer.id });
  await makeMessage(third, { createdAt: later(now(), -2 * DAY) });
  await merge(third.id, ticket.id, agent.id);
  await reply(sight);
});

test("a merge that was undone meanwhile stops nothing", async () => {
  const { workspace, ticket, other, merge, sees, reply, by } = await writing();
  const sight = await sees();
  const { mergeId } = await merge(other.id, ticket.id);
  await undoMerge(workspace, mergeId, by);
  await reply(sight);
});

test("whose ticket was merged away sees what stands in the other one, not what they have read", async () => {
  const { ticket, other, old, merge, sees, reply } = await writing();
  const sight = await sees();
  await merge(ticket.id, other.id);
  await expect(reply(sight, other)).rejects.toMatchObject({
    code: "thread-moved-on",
    detail: { news: [{ id: old.id }], merged: true },
  });
});
