import { beforeEach, expect, test } from "vitest";
import { makeConversation, makeMessage, unique } from "../../../tests/factories.ts";
import type { WrittenMail } from "../../../tests/mail-factory.ts";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { mailbox, receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { onTicketEvent } from "../../jobs/on-ticket-event.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { internetIdOf } from "../../mail/addresses.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";
import { wholeView } from "../../tickets/filter.ts";
import { listTickets } from "../../tickets/list.server.ts";
import { acceptInbound } from "./accept.server.ts";

let box: Awaited<ReturnType<typeof mailbox>>;
beforeEach(async () => {
  box = await mailbox();
});

/** Runs what follows from everything that happened in the workspace so far. */
async function react(): Promise<void> {
  const events = await db.event.findMany({ where: { workspaceId: box.workspace.id } });
  for (const { id: eventId } of events) await onTicketEvent({ workspaceId: box.workspace.id, eventId });
}

const acknowledgements = () =>
  db.outgoingMail.findMany({ where: { workspaceId: box.workspace.id, kind: "acknowledgement" } });

/** A closed ticket with a reply of ours that was sent. */
async function answered() {
  const from = someone();
  await receive({ from, token: box.token, messageId: "question@mail.example" });
  const [ticket] = await ticketsOf(box.workspace);
  if (!ticket) throw new Error("no ticket");
  const { workspaceId } = ticket;
  const reply = await makeMessage(ticket, { kind: "outbound", text: "Hej!", delivery: "sent" });
  const mailId = newId();
  const internetId = internetIdOf(mailId, env.MAIL_FROM);
  await db.outgoingMail.create({
    data: {
      workspaceId,
      id: mailId,
      kind: "reply",
      requestKey: `reply:${reply.id}:0`,
      ticketId: ticket.id,
      messageId: reply.id,
      fromAddress: env.MAIL_FROM,
      fromName: "Björk",
      toAddress: from,
      subject: "Re: Var är mitt paket?",
      text: "Hej!",
      html: "<p>Hej!</p>",
      internetId,
      state: "sent",
      createdAt: now(),
    },
  });
  await db.mailReference.create({ data: { workspaceId, messageId: internetId, ticketId: ticket.id } });
  await closeTicket(ticket, { by: SYSTEM });
  const to = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  const state = async () => {
    const [after] = await ticketsOf(box.workspace);
    const mail = await db.outgoingMail.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: mailId } },
    });
    const message = after?.messages.find(({ id }) => id === reply.id);
    return {
      status: after?.status,
      mail: mail.state,
      delivery: message?.delivery,
      reason: message?.deliveryError,
      machines: after?.messages.map(({ machine }) => machine).filter(Boolean),
    };
  };
  return { from, to, internetId, ticket, state };
}

/** A mail with attachments, as Postmark hands a report over. */
async function receiveWith(mail: WrittenMail, parts: { type: string; text: string }[]) {
  const payload = {
    ...postmarkMail(mail),
    Attachments: parts.map(({ type, text }) => ({
      Name: "part",
      ContentType: type,
      Content: Buffer.from(text).toString("base64"),
      ContentLength: text.length,
    })),
  };
  await acceptInbound(asBody(payload));
  return takeIn(payload.MessageID);
}

const daemon = { from: "mailer-daemon@mx.example", fromName: "Mail Delivery System" };

test("a bounce of our reply marks it, says why and reopens the ticket, however the server writes it", async () => {
  const { internetId, state } = await answered();
  const { token } = box;
  await receiveWith({ ...daemon, token, subject: "Undelivered Mail Returned to Sender", text: "Sorry." }, [
    {
      type: "message/delivery-status",
      text: "Final-Recipient: rfc822; x@example.com\nAction: failed\nStatus: 5.1.1\n",
    },
    {
      type: "message/rfc822",
      text: `References: <question@mail.example> <${internetId}>\nMessage-ID: <${internetId}>\n\nHej!`,
    },
  ]);
  expect(await state()).toEqual({
    status: "open",
    mail: "bounced",
    delivery: "bounced",
    reason: "no-such-mailbox",
    machines: ["bounce"],
  });
  await react();
  expect((await acknowledgements()).map(({ toAddress }) => toAddress)).not.toContain(daemon.from);
});

test("one that returns the mail inside its text is found too", async () => {
  const { internetId, state } = await answered();
  const text = `Hi. This is the qmail-send program.\n<x@example.com>:\n550 mailbox is full\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${internetId}>\nSubject: Re: x\n\nHej!`;
  await receive({ ...daemon, token: box.token, subject: "failure notice", text });
  expect(await state()).toMatchObject({ status: "open", delivery: "bounced", reason: "mailbox-full" });
});

test("a complaint is a bounce that says so", async () => {
  const { internetId, state } = await answered();
  await receiveWith({ from: "fbl@mail.example", token: box.token, subject: "x" }, [
    { type: "message/feedback-report", text: "Feedback-Type: abuse" },
    { type: "message/rfc822", text: `Message-ID: <${internetId}>\n\nHej!` },
  ]);
  expect(await state()).toMatchObject({ delivery: "bounced", reason: "complained" });
});

test.each<[string, Partial<WrittenMail>, string]>([
  ["a delay", { ...daemon, subject: "Delayed Mail (still being retried)" }, "delay"],
  ["an out-of-office", { headers: { "Auto-Submitted": "auto-replied" } }, "auto-reply"],
  ["an out-of-office without a header", { subject: "Autosvar: Re: Ditt ärende" }, "auto-reply"],
  ["a list", { headers: { "List-Id": "<news.example>" } }, "list"],
])("%s is stored on the closed ticket and changes nothing", async (_what, given, machine) => {
  const { from, internetId, state } = await answered();
  await receive({ from, token: box.token, inReplyTo: internetId, text: "automatiskt", ...given });
  expect(await state()).toMatchObject({ status: "closed", delivery: "sent", machines: [machine] });
});

test("a read receipt at the reply address is stored there, and nothing more", async () => {
  const { from, to, state } = await answered();
  await receiveWith({ from, to, subject: "Läst: Re: Var är mitt paket?" }, [
    { type: "message/disposition-notification", text: "Disposition: manual-action; displayed" },
  ]);
  expect(await state()).toMatchObject({ status: "closed", machines: ["receipt"] });
});

test("a bounce that names none of our mails of that ticket marks none", async () => {
  const { to, state } = await answered();
  const other = await makeConversation();
  const foreign = internetIdOf(newId(), env.MAIL_FROM);
  for (const id of [foreign, "question@mail.example", other.message.id])
    await receive({ ...daemon, to, subject: "failure notice", text: `Message-ID: <${id}>` });
  expect(await state()).toMatchObject({ status: "closed", mail: "sent", delivery: "sent" });
});

test("a machine's mail without a ticket is found under Closed and All, and is no request", async () => {
  const { workspace, token } = box;
  await receive({ ...daemon, token, subject: "failure notice", text: "ett" });
  await receive({ from: "news@shop.example", token, headers: { Precedence: "bulk" }, text: "två" });
  const listed = async (view: "inbox" | "closed" | "all") =>
    (await listTickets(workspace, { id: newId() }, wholeView(view), null)).rows.length;
  expect([await listed("inbox"), await listed("closed"), await listed("all")]).toEqual([0, 2, 2]);
  const customers = await db.customer.findMany({ where: { workspaceId: workspace.id } });
  expect(customers.map(({ email }) => email)).toEqual(["news@shop.example"]);
  await react();
  expect(await acknowledgements()).toEqual([]);
});

test("a person who answers a list's mail later opens its ticket", async () => {
  const { workspace, token } = box;
  const from = someone();
  await receive({ from, token, messageId: "n@shop.example", headers: { "List-Id": "<news.example>" } });
  await receive({ from, token, inReplyTo: "n@shop.example", text: "Jag har en fråga" });
  expect(await ticketsOf(workspace)).toMatchObject([{ status: "open", waitingOn: "us" }]);
});

test.each<Record<string, string>>([
  { "Auto-Submitted": "auto-replied" },
  { "Auto-Submitted": "auto-generated" },
  { Precedence: "bulk" },
  { "List-Id": "<news.example>" },
  { "Return-Path": "<>" },
])("%j gets no acknowledgement", async (headers) => {
  await receive({ from: someone(), token: box.token, headers });
  await react();
  expect(await acknowledgements()).toEqual([]);
});

test("Auto-Submitted: no is a person's and gets one", async () => {
  const from = someone();
  await receive({ from, token: box.token, headers: { "Auto-Submitted": "no" } });
  await react();
  expect(await acknowledgements()).toMatchObject([{ toAddress: from }]);
});

test("a bounce that somebody forwards is a request, but gets none", async () => {
  const subject = "VB: Undelivered Mail Returned to Sender";
  await receive({ from: someone(), token: box.token, subject, text: "Jag kan inte nå er" });
  await react();
  expect(await acknowledgements()).toEqual([]);
  expect(await ticketsOf(box.workspace)).toMatchObject([{ status: "open", waitingOn: "us" }]);
});

test("our own mail that comes back is our own, whoever it claims to be from", async () => {
  const { internetId, state } = await answered();
  await receive({ from: env.MAIL_FROM, token: box.token, text: "kopia", inReplyTo: internetId });
  await receive({
    from: "hej@bjork.example",
    token: box.token,
    messageId: internetId,
    references: [internetId],
  });
  expect(await state()).toMatchObject({ status: "closed", machines: ["own", "own"] });
});

test("two that answer each other with all headers stripped stop within two rounds", async () => {
  const from = `robot-${unique()}@example.com`;
  for (let round = 0; round < 4; round++) {
    await receive({ from, token: box.token, subject: `Tack för ditt mejl ${round}`, text: `svar ${round}` });
    await react();
  }
  expect(await acknowledgements()).toHaveLength(2);
});
