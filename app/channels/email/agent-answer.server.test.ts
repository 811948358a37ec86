import { expect, test } from "vitest";
import { makeAgent, makeMessage } from "../../../tests/factories.ts";
import { asBody } from "../../../tests/mail-factory.ts";
import { takeIn } from "../../../tests/mailbox.ts";
import { addedTo, answerTo, arrive, FORGED, honestly, notified, quoted } from "../../../tests/notified.ts";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { later, MINUTE, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { onTicketEvent } from "../../jobs/on-ticket-event.server.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { mailAgents } from "../../notifications/mail-agents.server.ts";
import { mergeIn } from "../../tickets/merge.server.ts";
import { deliver } from "../deliver.server.ts";
import { acceptInbound } from "./accept.server.ts";
import { takeInAgentAnswer } from "./agent-answer.server.ts";
import { takeInMail } from "./take-in.server.ts";

const mailsTo = (workspaceId: string, toAddress: string) =>
  db.outgoingMail.findMany({ where: { workspaceId, toAddress }, orderBy: { createdAt: "asc" } });

test("an agent's answer from their own mailbox goes to the customer and stands in the thread", async () => {
  const talk = await notified();
  expect(await arrive(answerTo(talk))).toMatchObject({ state: "done", reason: null });
  const [reply, ...more] = await addedTo(talk);
  expect(more).toEqual([]);
  expect(reply).toMatchObject({
    kind: "outbound",
    authorId: talk.agent.id,
    text: "Hej Nils, vi byter den.",
    delivery: "queued",
    holdUntil: null,
  });
  await deliver({ workspaceId: talk.workspace.id, messageId: reply?.id ?? "" });
  const [mail] = await mailsTo(talk.workspace.id, talk.customer.email ?? "");
  expect(mail?.text).toContain("Hej Nils, vi byter den.");
  // The customer answers the ticket's address, never the agent's, and sees nothing of the notification.
  expect(mail?.replyTo).not.toBe(talk.mail.replyTo);
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/##-##|admin\.shopify\.com/);
  expect(await db.ticket.findFirst({ where: { id: talk.ticket.id } })).toMatchObject({
    waitingOn: "customer",
    lastMessageId: reply?.id,
  });
});

test("delivered eleven times, five of them side by side, it is one reply", async () => {
  const talk = await notified();
  const payload = answerTo(talk);
  for (let n = 0; n < 6; n++) await acceptInbound(asBody(payload));
  await Promise.all(Array.from({ length: 5 }, () => acceptInbound(asBody(payload))));
  const rows = await db.received.findMany({ where: { providerId: payload.MessageID } });
  expect(rows).toHaveLength(1);
  const receivedId = rows[0]?.id ?? "";
  await Promise.all(Array.from({ length: 5 }, () => takeInMail({ receivedId })));
  // A worker that died after the reply and before the raw row was marked.
  await db.received.update({ where: { id: receivedId }, data: { state: "received" } });
  await makeMessage(talk.ticket, { text: "En sak till", createdAt: later(now(), MINUTE) });
  await takeInMail({ receivedId });
  expect((await addedTo(talk)).map(({ kind }) => kind)).toEqual(["outbound", "inbound"]);
});

test.each([
  ["other-sender", (from: string) => ({ from: `x-${from}`, verdicts: honestly(`x-${from}`) })],
  ["not-authenticated", () => ({ verdicts: FORGED })],
  ["not-authenticated", () => ({ verdicts: [] })],
  [
    "not-authenticated",
    (from: string) => ({
      verdicts: FORGED,
      below: [
        ...honestly(from),
        ["Authentication-Results", "inbound.postmarkapp.com; spf=pass; dkim=pass; dmarc=pass"] as [
          string,
          string,
        ],
      ],
    }),
  ],
  ["empty", () => ({ text: "" })],
  ["empty", () => ({ text: "\n-- \nTove Lind" })],
  ["unknown-thread", () => ({ inReplyTo: "somebody@elsewhere.example", text: "Hej!" })],
] as const)("kept and not sent: %s", async (reason, given) => {
  const talk = await notified();
  const { email } = talk.agent;
  expect(await arrive(answerTo(talk, { ...given(email) } as never))).toMatchObject({ state: "done", reason });
  const added = await addedTo(talk);
  expect(added).toMatchObject([{ kind: "note", relay: "waiting", relayReason: reason, delivery: null }]);
  expect(await mailsTo(talk.workspace.id, talk.customer.email ?? "")).toEqual([]);
});

test("an answer with only the quoted notification has no text, and is never the customer's to read", async () => {
  const talk = await notified();
  await arrive(answerTo(talk, { text: quoted(talk) }));
  expect(await addedTo(talk)).toMatchObject([{ kind: "note", relayReason: "empty" }]);
});

test("an agent who lost their role, or is retired, answers nobody", async () => {
  for (const change of [{ role: null }, { retiredAt: now() }]) {
    const talk = await notified();
    await db.agent.updateMany({ where: { id: talk.agent.id, workspaceId: talk.workspace.id }, data: change });
    await arrive(answerTo(talk));
    expect(await addedTo(talk)).toMatchObject([{ kind: "note", relayReason: "no-role" }]);
  }
});

test("another agent's address is not theirs to answer by, however well they prove who they are", async () => {
  const talk = await notified();
  const other = await makeAgent(talk.workspace);
  await arrive(answerTo(talk, { from: other.email }));
  expect(await addedTo(talk)).toMatchObject([
    { kind: "note", relayReason: "other-sender", fromAddress: other.email },
  ]);
});

test("when the customer wrote after the notification, the answer waits; the agent's own words do not count", async () => {
  const talk = await notified();
  await arrive(answerTo(talk));
  await arrive(answerTo(talk, { text: "PS. Den skickas i morgon." }));
  await makeMessage(talk.ticket, { text: "Glöm det, jag har bytt själv.", createdAt: later(now(), 1000) });
  await arrive(answerTo(talk, { text: "Och en etikett." }));
  expect(await addedTo(talk)).toMatchObject([
    { kind: "outbound", text: "Hej Nils, vi byter den." },
    { kind: "outbound", text: "PS. Den skickas i morgon." },
    { kind: "note", relayReason: "moved-on", text: "Och en etikett." },
    { kind: "inbound" },
  ]);
});

test("a colleague's answer in between also makes it wait", async () => {
  const talk = await notified();
  const colleague = await makeAgent(talk.workspace);
  await makeMessage(talk.ticket, { kind: "outbound", authorId: colleague.id, createdAt: later(now(), 1000) });
  await arrive(answerTo(talk));
  expect((await addedTo(talk)).map(({ relayReason }) => relayReason)).toContain("moved-on");
});

test("an out-of-office to the address is nobody's answer, and is kept only as it came", async () => {
  const talk = await notified();
  const raw = await arrive(answerTo(talk, { headers: { "Auto-Submitted": "auto-replied" } }));
  expect(raw).toMatchObject({ state: "suppressed", reason: "machine" });
  expect(await addedTo(talk)).toEqual([]);
});

test("a customer without an address can't be answered, so the answer waits", async () => {
  const talk = await notified();
  await db.customer.updateMany({
    where: { id: talk.customer.id, workspaceId: talk.workspace.id },
    data: { email: null },
  });
  await arrive(answerTo(talk));
  expect(await addedTo(talk)).toMatchObject([{ kind: "note", relayReason: "no-address" }]);
});

test("a merged ticket's answers reach the survivor; a ticket that is gone makes it a mail like any other", async () => {
  const talk = await notified();
  const { mail, ...rest } = await notified();
  const into = await db.ticket.create({
    data: {
      ...(await db.ticket.findFirstOrThrow({ where: { id: rest.ticket.id } })),
      id: newId(),
      number: 9001,
    },
  });
  await db.$transaction((tx) => mergeIn(tx, rest.ticket, into, { by: SYSTEM }));
  await arrive(answerTo({ ...rest, mail }));
  expect(
    await db.message.count({
      where: { ticketId: into.id, workspaceId: into.workspaceId, kind: "outbound" },
    }),
  ).toBe(1);

  await db.replyToken.updateMany({ where: { workspaceId: talk.workspace.id }, data: { ticketId: null } });
  await arrive(answerTo(talk));
  expect(await db.ticket.count({ where: { workspaceId: talk.workspace.id } })).toBe(2);
});

test("files go along, pictures of the signature do not", async () => {
  const talk = await notified();
  const payload = answerTo(talk);
  await acceptInbound(asBody(payload));
  const { id: receivedId } = await db.received.findFirstOrThrow({ where: { providerId: payload.MessageID } });
  const file = (name: string, inline: boolean) => ({
    id: newId(),
    key: newId(),
    name,
    contentType: "application/pdf",
    size: 3,
    contentId: null,
    inline,
    danger: null,
    width: null,
    height: null,
    missing: null,
  });
  await takeInAgentAnswer(
    {
      ...incomingOf(talk, receivedId, payload.MessageID),
      files: [file("retursedel.pdf", false), file("logga.png", true)],
    },
    { from: { name: "", address: talk.agent.email }, headers: payload.Headers },
    { agentId: talk.agent.id, ticketId: talk.ticket.id },
  );
  const [reply] = await addedTo(talk);
  expect(reply?.files.map(({ name }) => name)).toEqual(["retursedel.pdf"]);
});

const incomingOf = (talk: Awaited<ReturnType<typeof notified>>, receivedId: string, externalId: string) => ({
  workspaceId: talk.workspace.id,
  storeId: talk.store.id,
  channel: "email" as const,
  receivedId,
  externalId,
  sender: { name: "", address: talk.agent.email, sentBy: null, shopifyCustomerId: null },
  uploads: [],
  answers: [],
  route: null,
  subject: "Re",
  text: "Här är etiketten.",
  trimmed: null,
  html: null,
  recipients: { to: [], cc: [], bcc: [] },
  supportAddress: null,
  topic: null,
  orderName: null,
  locale: null,
  saidAt: null,
  thread: { messageId: null, answers: [talk.mail.internetId], replyToken: null },
  machine: null,
  page: null,
  report: null,
  authenticated: true,
  spam: null,
});

test("files that no mail takes make the answer wait, with them, instead of failing for ever", async () => {
  const talk = await notified();
  const payload = answerTo(talk);
  const bytes = Buffer.from("@echo off");
  const file = { Name: "fix.bat", Content: bytes.toString("base64"), ContentType: "text/plain" };
  const attached = { ...payload, Attachments: [{ ...file, ContentLength: bytes.length, ContentID: "" }] };
  expect(await arrive(attached)).toMatchObject({ state: "done", reason: "files" });
  const [note] = await addedTo(talk);
  expect(note).toMatchObject({ kind: "note", relay: "waiting", relayReason: "files" });
  expect(note?.files.map(({ name }) => name)).toEqual(["fix.bat"]);
});

test("a mail from an agent's address to the customer's reply address is a customer's, and nothing is relayed", async () => {
  const talk = await notified();
  const address = await db.$transaction((tx) => replyAddressOf(tx, talk.ticket));
  expect(address).not.toBe(talk.mail.replyTo);
  await arrive(answerTo(talk, { to: address }));
  expect(await addedTo(talk)).toMatchObject([{ kind: "inbound", senderProof: "unverified", authorId: null }]);
  expect(await mailsTo(talk.workspace.id, talk.customer.email ?? "")).toEqual([]);
});

test("the agent hears that an answer waits, once, and none of its words", async () => {
  const talk = await notified();
  await arrive(answerTo(talk, { verdicts: FORGED, text: "Skicka pengarna hit" }));
  const event = await db.event.findFirstOrThrow({
    where: { workspaceId: talk.workspace.id, type: "answer-held" },
  });
  const ref = { workspaceId: talk.workspace.id, eventId: event.id };
  await onTicketEvent(ref);
  await onTicketEvent(ref);
  const [, held, ...more] = await mailsTo(talk.workspace.id, talk.agent.email);
  expect(more).toEqual([]);
  expect(held?.subject).toMatch(/^\[BC-1001\] /);
  expect(held?.text).not.toContain("pengarna");
  // What they answer to that is nobody's answer.
  expect(held?.replyTo).toBe(env.MAIL_FROM);
});

test("what comes in twice under one raw row is taken in once", async () => {
  const talk = await notified();
  const payload = answerTo(talk, { verdicts: FORGED });
  await arrive(payload);
  await takeIn(payload.MessageID);
  expect(await addedTo(talk)).toHaveLength(1);
  await mailAgents(talk.ticket, talk.message.id, { opened: true, causedBy: null });
  expect(await mailsTo(talk.workspace.id, talk.agent.email)).toHaveLength(1);
});
