import { expect, test } from "vitest";
import { makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { replyToTicket } from "./reply.server.ts";

const seenOf = async ({ workspaceId, id }: { workspaceId: string; id: string }) =>
  (await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } })).lastMessageId;

test("a reply is queued, and the ticket waits for the customer", async () => {
  const { ticket, agent } = await makeConversation();
  const { messageId } = await replyToTicket(ticket, {
    by: agent,
    text: "Hej Ebba!",
    requestKey: newId(),
    seen: await seenOf(ticket),
  });
  const { workspaceId } = ticket;
  expect(
    await db.message.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: messageId } } }),
  ).toMatchObject({
    kind: "outbound",
    channel: "email",
    delivery: "queued",
    authorId: agent.id,
  });
  expect(
    await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: ticket.id } } }),
  ).toMatchObject({
    waitingOn: "customer",
    lastMessageId: messageId,
    preview: "Hej Ebba!",
  });
});

test("Send pressed twenty times at once is one message and one job", async () => {
  const { ticket, agent } = await makeConversation();
  const reply = { by: agent, text: "En gång räcker", requestKey: newId(), seen: await seenOf(ticket) };
  const sent = await Promise.all(Array.from({ length: 20 }, () => replyToTicket(ticket, reply)));
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'deliver-message' AND data->>'messageId' = ${sent[0]?.messageId}`;
  expect(jobs).toHaveLength(1);
});

test("the same key with another text is refused", async () => {
  const { ticket, agent } = await makeConversation();
  const reply = { by: agent, text: "Så här", requestKey: newId(), seen: await seenOf(ticket) };
  await replyToTicket(ticket, reply);
  await expect(replyToTicket(ticket, { ...reply, text: "Nej, så här" })).rejects.toMatchObject({
    code: "key-reused",
  });
});

test("two agents who send at once: one is sent, the other is refused aloud", async () => {
  const { ticket, agent } = await makeConversation();
  const seen = await seenOf(ticket);
  const outcomes = await Promise.allSettled([
    replyToTicket(ticket, { by: agent, text: "Jag tar den", requestKey: newId(), seen }),
    replyToTicket(ticket, { by: agent, text: "Nej, jag", requestKey: newId(), seen }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "thread-moved-on" });
  expect(
    await db.message.count({
      where: { workspaceId: ticket.workspaceId, ticketId: ticket.id, kind: "outbound" },
    }),
  ).toBe(1);
});

test("a customer without an address can't be answered", async () => {
  const { ticket, agent, customer } = await makeConversation();
  await db.customer.update({
    where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: customer.id } },
    data: { email: null },
  });
  await expect(
    replyToTicket(ticket, { by: agent, text: "Hej", requestKey: newId(), seen: await seenOf(ticket) }),
  ).rejects.toMatchObject({ code: "cannot-reply" });
});
