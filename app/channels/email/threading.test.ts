import { expect, test } from "vitest";
import { mailbox, receive, someone, ticketsOf } from "../../../tests/mailbox.ts";
import { makeMessage } from "../../../tests/factories.ts";
import type { WrittenMail } from "../../../tests/mail-factory.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { now } from "../../lib/clock.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";

const spf = (from: string) => ({
  "Received-SPF": `Pass (sender SPF authorized) identity=mailfrom; envelope-from=${from}; receiver=us`,
});

/** The open conversations as sets of what was said. */
async function partition(workspace: { id: string }) {
  const tickets = (await ticketsOf(workspace)).filter((ticket) => !ticket.mergedIntoId);
  return tickets.map(({ messages }) => messages.map(({ text }) => text).sort()).sort();
}

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

const mail = (id: string, more: Partial<WrittenMail> = {}) => ({
  messageId: `${id}@m.example`,
  text: id,
  ...more,
});
const answering = (id: string, ids: string[]) =>
  mail(id, { inReplyTo: `${ids.at(-1)}@m.example`, references: ids.map((one) => `${one}@m.example`) });

test("one person's mails give the same tickets in any order, with mails missing and references cut short", async () => {
  const conversation = [mail("a"), answering("b", ["a"]), answering("c", ["b"]), answering("e", ["d", "c"])];
  // A third of all orders; `npm run bench -- mail` tries more.
  for (const order of permutations(conversation).filter((_, at) => at % 3 === 0)) {
    const { workspace, token } = await mailbox();
    const from = someone();
    await receive({ ...mail("other"), from, token });
    for (const one of order) await receive({ ...one, from, token });
    expect(await partition(workspace)).toEqual([["a", "b", "c", "e"], ["other"]]);
  }
}, 120_000);

test("people who write to one another and to us give one ticket in any order", async () => {
  const [ebba, nils] = [someone(), someone()];
  const mails: WrittenMail[] = [
    { ...mail("first"), from: ebba, also: [nils] },
    { ...answering("second", ["first"]), from: nils, also: [ebba] },
    { ...answering("third", ["first", "second"]), from: ebba, also: [nils] },
  ];
  for (const order of permutations(mails)) {
    const { workspace, token } = await mailbox();
    for (const one of order) await receive({ ...one, token });
    expect(await partition(workspace)).toEqual([["first", "second", "third"]]);
    const [ticket] = await ticketsOf(workspace);
    const strangers = ticket?.messages.filter(({ customerId }) => customerId !== ticket.customerId);
    expect(strangers?.every(({ senderProof }) => senderProof === "unverified")).toBe(true);
  }
}, 60_000);

test("an answer and its original from two people at the same moment see each other", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, nils] = [someone(), someone()];
  await Promise.all([
    receive({ ...answering("answer", ["original"]), from: nils, token, also: [ebba] }),
    receive({ ...mail("original"), from: ebba, token, also: [nils] }),
  ]);
  expect(await partition(workspace)).toEqual([["answer", "original"]]);
});

test("each of several customers keeps one ticket about the same mail sent elsewhere", async () => {
  const { workspace, token } = await mailbox();
  const [anna, bo] = [someone(), someone()];
  for (const [from, text] of [
    [anna, "a1"],
    [bo, "b1"],
    [bo, "b2"],
    [anna, "a2"],
    [bo, "b3"],
  ] as const)
    await receive({ from, token, text, inReplyTo: "campaign@shop.example" });
  expect(await partition(workspace)).toEqual([
    ["a1", "a2"],
    ["b1", "b2", "b3"],
  ]);
});

test("tickets that turn out to be one are merged: who finds either gets the survivor, with all that was said", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, ...mail("a") });
  await receive({ from, token, ...answering("c", ["b"]) });
  const [first, second] = await ticketsOf(workspace);
  if (!first || !second) throw new Error("no tickets");
  const replyTo = await db.$transaction((tx) => replyAddressOf(tx, second));
  await receive({ from, token, ...answering("b", ["a"]) });
  const [survivor, merged] = await ticketsOf(workspace);
  expect(merged).toMatchObject({ mergedIntoId: first.id, status: "closed", messages: [] });
  expect(survivor).toMatchObject({ id: first.id, status: "open", waitingOn: "us" });
  expect(await findTicket(workspace, second.id)).toMatchObject({ id: first.id });
  const events = await db.event.findMany({ where: { workspaceId: workspace.id, type: "merged" } });
  expect(events.map(({ ticketId }) => ticketId).sort()).toEqual([first.id, second.id].sort());
  await receive({ from, to: replyTo, text: "till den gamla adressen" });
  expect(await partition(workspace)).toEqual([["a", "b", "c", "till den gamla adressen"]]);
});

test("a stranger who mentions two of somebody's tickets merges nothing", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, ...mail("a") });
  await receive({ from, token, ...mail("b") });
  await receive({ from: someone(), token, ...answering("x", ["a", "b"]) });
  expect(await partition(workspace)).toEqual([["a"], ["b", "x"]]);
});

test("the number in the subject continues a ticket only for who is in it and is proven to be", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, friend] = [someone(), someone()];
  await receive({ from: ebba, token, text: "fråga" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await db.ticketParticipant.create({
    data: { workspaceId: workspace.id, ticketId: ticket.id, address: friend },
  });
  const subject = `SV: Fråga [bc-${ticket.number}] igen`;
  await receive({ from: ebba, token, subject, text: "bevisad", headers: spf(ebba) });
  await receive({
    from: friend,
    token,
    subject,
    text: "vännen",
    headers: { "X-Spam-Tests": "DKIM_VALID_AU" },
  });
  const evil = someone();
  await receive({ from: evil, token, subject, text: "främling", headers: spf(evil) });
  await receive({ from: ebba, token, subject, text: "obevisad" });
  await receive({
    from: ebba,
    token,
    subject: `Fråga BC-${ticket.number}`,
    text: "utan klamrar",
    headers: spf(ebba),
  });
  await receive({ from: ebba, token, subject: "Fråga [BC-999999]", text: "ingen sådan", headers: spf(ebba) });
  expect((await partition(workspace)).sort((a, b) => b.length - a.length)[0]).toEqual([
    "bevisad",
    "fråga",
    "vännen",
  ]);
});

test("who an agent let in counts as a participant, without becoming the customer", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, friend] = [someone(), someone()];
  await receive({ from: ebba, token, ...mail("a") });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await db.ticketParticipant.create({
    data: { workspaceId: workspace.id, ticketId: ticket.id, address: friend },
  });
  const to = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  await receive({ from: friend, token, ...answering("claimed", ["a"]) });
  await receive({ from: friend, to, text: "verified", headers: spf(friend) });
  const [after] = await ticketsOf(workspace);
  expect(after).toMatchObject({ customerId: ticket.customerId, identity: "claimed" });
  const said = after?.messages.map(({ text, senderProof, customerId }) => [text, senderProof, customerId]);
  expect(said?.sort()).toEqual([
    ["a", "claimed", ticket.customerId],
    ["claimed", "claimed", null],
    ["verified", "verified", null],
  ]);
  expect(await db.customer.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("an answer restores an archived ticket and reopens a closed one", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, ...mail("a") });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await closeTicket(ticket, { by: SYSTEM });
  await db.ticket.updateMany({ where: { workspaceId: workspace.id }, data: { archivedAt: now() } });
  await receive({ from, token, ...answering("b", ["a"]) });
  expect((await ticketsOf(workspace))[0]).toMatchObject({ status: "open", archivedAt: null, closedAt: null });
  const events = await db.event.findMany({ where: { workspaceId: workspace.id } });
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["restored", "reopened"]));
});

test("what a stranger names as an order, or a ticket of spam, changes nothing", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, ...mail("a") });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await makeMessage(ticket, { text: "vårt svar", kind: "note" });
  await receive({ from: someone(), token, ...answering("b", ["a"]), subject: "Order #1001" });
  expect((await ticketsOf(workspace))[0]).toMatchObject({ orderName: null });
  await receive({ from, token, ...answering("c", ["a"]), subject: "Order #1002" });
  expect((await ticketsOf(workspace))[0]).toMatchObject({ orderName: "#1002" });
});
