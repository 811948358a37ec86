// An agent vouches for somebody: how far that goes, and what ends it.
import { expect, test } from "vitest";
import { makeConversation, makeCustomer, makeMessage, makeTicket } from "../../tests/factories.ts";
import { settleIdentity } from "../customers/settle-identity.server.ts";
import { db } from "../db.server.ts";
import { confirmMismatch, takeBackConfirmation } from "./identity.server.ts";
import { mergeTickets } from "./merge.server.ts";
import { splitTicket } from "./split.server.ts";
import { readHead } from "./ticket-head.server.ts";
import { undoMerge } from "./unmerge.server.ts";

async function mismatch() {
  const all = await makeConversation();
  const { workspace, ticket, agent, message } = all;
  await db.message.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: message.id } },
    data: { judged: "signed-in" },
  });
  const wrong = await makeMessage(ticket, {
    judged: "other-account",
    fromAddress: "nils@example.com",
    accountAddress: "eva@example.com",
  });
  const settle = () => db.$transaction((tx) => settleIdentity(tx, ticket));
  await settle();
  const head = async (id = ticket.id) => {
    const ref = { workspaceId: workspace.id, id };
    const { identity, identityReason, identityDetail } = await readHead(workspace, ref, agent);
    return { identity, identityReason, identityDetail };
  };
  return { ...all, wrong, settle, head, by: { kind: "agent", id: agent.id } as const };
}

test("a mismatch says which account was signed in, and a confirmation who gave it", async () => {
  const { ticket, head, by } = await mismatch();
  expect(await head()).toEqual({
    identity: "mismatch",
    identityReason: "other-account",
    identityDetail: { address: "nils@example.com", account: "eva@example.com" },
  });
  await confirmMismatch(ticket, { by });
  await confirmMismatch(ticket, { by });
  expect(await head()).toMatchObject({
    identity: "verified",
    identityReason: "agent",
    identityDetail: { byName: "Tove Lind" },
  });
  const events = await db.event.findMany({
    where: { workspaceId: ticket.workspaceId, ticketId: ticket.id, type: "identity-confirmed" },
  });
  expect(events).toMatchObject([{ actorId: by.id, data: { over: "other-account" } }]);
});

test("a confirmation can be taken back, and lapses with the next message that does not fit", async () => {
  const { ticket, head, by, settle } = await mismatch();
  await confirmMismatch(ticket, { by });
  await takeBackConfirmation(ticket, { by });
  expect(await head()).toMatchObject({ identity: "mismatch" });
  await confirmMismatch(ticket, { by });
  await makeMessage(ticket, { judged: "other-account" });
  await settle();
  expect(await head()).toMatchObject({ identity: "mismatch", identityReason: "other-account" });
});

test("what does not fit goes with its message: split off, joined again, merged and unmerged", async () => {
  const { workspace, store, ticket, wrong, head, by, customer } = await mismatch();
  const off = { messageId: wrong.id, following: false, notes: false };
  const split = await splitTicket(ticket, off, { by });
  expect((await head()).identity).toBe("verified");
  expect((await head(split.ticketId)).identity).toBe("mismatch");
  await undoMerge(workspace, split.mergeId, { by });
  expect((await head()).identity).toBe("mismatch");

  const other = await makeTicket(store, { customerId: customer.id });
  await makeMessage(other, { judged: "signed-reply" });
  const { mergeId } = await mergeTickets(workspace, { from: ticket.id, into: other.id }, { by });
  expect((await head(other.id)).identity).toBe("mismatch");
  await undoMerge(workspace, mergeId, { by });
  expect([(await head()).identity, (await head(other.id)).identity]).toEqual(["mismatch", "verified"]);
});

test("another customer's letters, merged in, say nothing of this one's", async () => {
  const { workspace, store, ticket, head, by } = await mismatch();
  const somebody = await makeCustomer(workspace);
  const other = await makeTicket(store, { customerId: somebody.id });
  await makeMessage(other, { judged: "signed-reply" });
  await mergeTickets(workspace, { from: ticket.id, into: other.id }, { by });
  expect(await head(other.id)).toMatchObject({ identity: "verified", identityReason: "signed-reply" });
});
