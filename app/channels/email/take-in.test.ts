import { expect, test } from "vitest";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { mailbox, receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { db } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { acceptInbound } from "./accept.server.ts";
import { takeInMail } from "./take-in.server.ts";

test("a mail to a store's address opens a ticket with its sender as customer", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, fromName: "Ebba Lind", token, subject: "Fel storlek" });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({
    subject: "Fel storlek",
    status: "open",
    waitingOn: "us",
    identity: "claimed",
    channel: "email",
  });
  expect(ticket?.customer).toMatchObject({ name: "Ebba Lind", email: from });
  expect(ticket?.messages).toHaveLength(1);
});

test("an answer joins its ticket by In-Reply-To, by any id in References, or by the reply token", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "first@mail.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await receive({ from, token, text: "ett", inReplyTo: "first@mail.example" });
  await receive({ from, token, text: "två", references: ["unseen@elsewhere.example", "first@mail.example"] });
  const address = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  await receive({ from, to: address, text: "tre" });
  expect(await ticketsOf(workspace)).toHaveLength(1);
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(4);
});

test("an original that comes after its answer joins the answer's ticket", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "second@mail.example", inReplyTo: "first@mail.example" });
  await receive({ from, token, messageId: "first@mail.example", text: "den första" });
  await receive({ from, token, inReplyTo: "first@mail.example", text: "svar" });
  expect(await ticketsOf(workspace)).toHaveLength(1);
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(3);
});

test("the same subject without a token or header starts a new ticket", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, subject: "Retur" });
  await receive({ from, token, subject: "Re: Retur", text: "hör inte ihop" });
  expect(await ticketsOf(workspace)).toHaveLength(2);
});

test("a reply reopens a closed ticket, however old its thread is", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "old@mail.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await closeTicket(ticket, { by: SYSTEM });
  await db.mailReference.updateMany({
    where: { workspaceId: workspace.id },
    data: { createdAt: later(now(), -400 * DAY) },
  });
  await receive({ from, token, inReplyTo: "old@mail.example", text: "Hej igen" });
  const [after] = await ticketsOf(workspace);
  expect(after).toMatchObject({ status: "open", closedAt: null, waitingOn: "us" });
  expect(after?.messages).toHaveLength(2);
  const events = await db.event.findMany({ where: { workspaceId: workspace.id, ticketId: ticket.id } });
  expect(events.map((event) => event.type)).toContain("reopened");
});

test("an answer to a ticket that was erased opens a new one in the same store", async () => {
  const { workspace, store, token } = await mailbox();
  const from = someone();
  await receive({ from, token });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  const to = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  await db.replyToken.updateMany({ where: { workspaceId: workspace.id }, data: { ticketId: null } });
  await receive({ from, to, text: "Hej igen", subject: "Re: gammalt" });
  const tickets = await ticketsOf(workspace);
  expect(tickets).toHaveLength(2);
  expect(tickets[1]).toMatchObject({ storeId: store.id, subject: "Re: gammalt", status: "open" });
});

test("a reply token changed by one letter, or cut, belongs to nobody and reaches no ticket", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  const to = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  for (const wrong of [to.replace("@", "0@"), to.replace(/.@/, "@")]) {
    const received = await receive({ from, to: wrong, text: "fel" });
    expect(received).toMatchObject({ state: "dead", reason: "unknown-address" });
  }
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(1);
});

test("a stranger who answers a thread is shown as unverified and becomes nobody's customer", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "mine@mail.example" });
  await receive({ from: someone(), token, inReplyTo: "mine@mail.example", text: "Jag är inte Ebba" });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket?.customer?.email).toBe(from);
  expect(ticket?.messages.find(({ text }) => text === "Jag är inte Ebba")).toMatchObject({
    senderProof: "unverified",
    customerId: null,
  });
  expect(await db.customer.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("the same Postmark id, eleven times and five at once, is one message", async () => {
  const { workspace, token } = await mailbox();
  const payload = postmarkMail({ from: someone(), token });
  const again = () => acceptInbound(asBody(payload));
  await again();
  await Promise.all([again(), again(), again(), again(), again()]);
  for (let n = 0; n < 5; n++) await again();
  await Promise.all([takeIn(payload.MessageID), takeIn(payload.MessageID)]);
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(1);
});

test("one mail that two of our addresses got is one message in each workspace", async () => {
  const a = await mailbox();
  const b = await mailbox();
  const mail = { from: someone(), messageId: `both-${newId()}@mail.example`, text: "till er båda" };
  await receive({ ...mail, token: a.token });
  await receive({ ...mail, token: b.token });
  await receive({ ...mail, token: a.token });
  expect((await ticketsOf(a.workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(1);
  expect((await ticketsOf(b.workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(1);
});

test.each([
  ["absent", null],
  ["empty", ""],
  ["two thousand characters long", "x".repeat(2000)],
])("a Message-ID that is %s does not lose the mail", async (_what, messageId) => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId, text: "ett" });
  await receive({ from, token, messageId, text: "två" });
  expect((await ticketsOf(workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(2);
});

test("a Message-ID somebody else used before is stored, not dropped", async () => {
  const { workspace, token } = await mailbox();
  await receive({ from: someone(), token, messageId: "same@mail.example", text: "först" });
  await receive({ from: someone(), token, messageId: "same@mail.example", text: "sedan" });
  expect((await ticketsOf(workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(2);
});

test("a mail by a machine is stored but reopens nothing", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "q@mail.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await closeTicket(ticket, { by: SYSTEM });
  await receive({
    from,
    token,
    inReplyTo: "q@mail.example",
    text: "Jag är på semester",
    headers: { "Auto-Submitted": "auto-replied" },
  });
  expect((await ticketsOf(workspace))[0]).toMatchObject({ status: "closed" });
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(2);
});

test("a mail dated 1999 or 2099 stands where we received it, its own date kept", async () => {
  const { workspace, token } = await mailbox();
  await receive({ from: someone(), token, date: "Fri, 31 Dec 1999 23:59:00 -1130" });
  const message = (await ticketsOf(workspace))[0]?.messages[0];
  expect(message?.saidAt?.getUTCFullYear()).toBe(2000);
  expect(Math.abs((message?.createdAt.getTime() ?? 0) - now().getTime())).toBeLessThan(60_000);
});

test.each([
  ["not JSON", Buffer.from('{"MessageID": "a'), "not-json"],
  ["without an id", asBody({ From: "a@example.com" }), "incomplete"],
  [
    "for an address nobody has",
    asBody(postmarkMail({ from: "a@example.com", to: "who@nowhere.example" })),
    "unknown-address",
  ],
])("a payload that is %s is kept for a person to look at", async (_what, body, reason) => {
  await acceptInbound(body);
  const { id } = await db.received.findFirstOrThrow({ where: { body: new Uint8Array(body) } });
  await takeInMail({ receivedId: id });
  expect(await db.received.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "dead", reason });
});

test("fields of the wrong kind don't lose the mail", async () => {
  const { workspace, token } = await mailbox();
  const payload = {
    ...postmarkMail({ from: someone(), token }),
    Headers: "none",
    CcFull: null,
    Date: 5,
    Subject: ["x"],
  };
  await acceptInbound(asBody(payload));
  await takeIn(payload.MessageID);
  expect((await ticketsOf(workspace))[0]?.messages).toHaveLength(1);
});
