import { expect, test } from "vitest";
import { makeConversation } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { db } from "../db.server.ts";
import { replyToTicket } from "./reply.server.ts";

const seenOf = async ({ workspaceId, id }: { workspaceId: string; id: string }) =>
  (await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } })).lastMessageId;

test("a reply is queued, and the ticket waits for the customer", async () => {
  const talk = await makeConversation();
  const { ticket, agent } = talk;
  const { messageId } = await replyToTicket(
    ticket,
    writtenReply(talk, "Hej Ebba!", { seen: await seenOf(ticket) }),
  );
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
  const talk = await makeConversation();
  const { ticket } = talk;
  const reply = writtenReply(talk, "En gång räcker", { seen: await seenOf(ticket) });
  const sent = await Promise.all(Array.from({ length: 20 }, () => replyToTicket(ticket, reply)));
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'deliver-message' AND data->>'messageId' = ${sent[0]?.messageId}`;
  expect(jobs).toHaveLength(1);
});

test("the same key with another text, or to others, is refused", async () => {
  const talk = await makeConversation();
  const { ticket } = talk;
  const reply = writtenReply(talk, "Så här", { seen: await seenOf(ticket) });
  await replyToTicket(ticket, reply);
  const others = [
    { ...reply, html: "<p>Nej, så här</p>" },
    { ...reply, recipients: { ...reply.recipients, cc: [{ name: "", address: "bo@example.com" }] } },
  ];
  for (const other of others)
    await expect(replyToTicket(ticket, other)).rejects.toMatchObject({ code: "key-reused" });
});

test("two agents who send at once: one is sent, the other is refused aloud", async () => {
  const talk = await makeConversation();
  const { ticket } = talk;
  const seen = await seenOf(ticket);
  const outcomes = await Promise.allSettled([
    replyToTicket(ticket, writtenReply(talk, "Jag tar den", { seen })),
    replyToTicket(ticket, writtenReply(talk, "Nej, jag", { seen })),
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

test("a reply to nobody is refused", async () => {
  const talk = await makeConversation();
  const seen = await seenOf(talk.ticket);
  const reply = writtenReply({ ...talk, customer: { name: "Nils", email: null } }, "Hej", { seen });
  await expect(replyToTicket(talk.ticket, reply)).rejects.toMatchObject({
    code: "cannot-reply",
    detail: { fields: ["to"] },
  });
});
