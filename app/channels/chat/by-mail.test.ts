// What happens when one of the two is not there: follow-up, silence, the form left outside hours, the transcript.
import pg from "pg";
import { describe, expect, test } from "vitest";
import { answer, makeChat } from "../../../tests/chat-visitor.ts";
import { makeCustomer, makeTicket } from "../../../tests/factories.ts";
import { receive } from "../../../tests/mailbox.ts";
import { ticketsOf } from "../../../tests/storefront-call.ts";
import { customerAt } from "../../customers/contacts.server.ts";
import { db } from "../../db.server.ts";
import { later, MINUTE, now, SECOND } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { blockVisitor } from "../../tickets/chat/block.server.ts";
import { endSilent } from "../../tickets/chat/silence.server.ts";
import { mergeTickets } from "../../tickets/merge.server.ts";
import { followUpDue } from "./follow-up.server.ts";

type Chat = Awaited<ReturnType<typeof makeChat>>;

const mailsIn = ({ workspace }: Chat, kind: string) =>
  db.outgoingMail.findMany({ where: { workspaceId: workspace.id, kind }, orderBy: { createdAt: "asc" } });

/** The visitor's pages were closed so long ago. */
const leave = ({ workspace }: Chat, ago = 0) =>
  db.visitor.updateMany({ where: { workspaceId: workspace.id }, data: { goneAt: later(now(), -ago) } });

/** The chat's clocks go on by so much. */
const wait = ({ workspace }: Chat, ms: number) => db.$executeRaw`
  UPDATE "Chat" SET "followUpAt" = "followUpAt" - ${ms / 1000} * interval '1 second',
    "silenceAt" = "silenceAt" - ${ms / 1000} * interval '1 second'
  WHERE "workspaceId" = ${workspace.id}::uuid`;

const EMAIL = () => `ebba.${newId()}@example.com`;

describe("a visitor who left before our answer came", () => {
  test("is mailed what they have not read, once, however many look at the same time", async () => {
    const chat = await makeChat();
    const email = EMAIL();
    await chat.visitor.send("Nås på mejl", { email });
    const { messageId } = await answer(chat.ticket, chat.agent, "Det här har de sett");
    await chat.visitor.ask("read", { upTo: messageId });
    await answer(chat.ticket, chat.agent, "Det här inte");
    await answer(chat.ticket, chat.agent, "Och inte det här");
    await leave(chat);
    await wait(chat, 3 * MINUTE - SECOND);
    await followUpDue();
    expect(await mailsIn(chat, "follow-up")).toEqual([]);
    await wait(chat, 2 * SECOND);
    await Promise.all([followUpDue(), followUpDue(), followUpDue()]);
    await followUpDue();
    const mails = await mailsIn(chat, "follow-up");
    expect(mails).toMatchObject([{ toAddress: email }]);
    expect(mails[0]?.text).toMatch(/Det här inte[^]*Och inte det här/);
    expect(mails[0]?.text).not.toContain("Det här har de sett");
  });

  test("keeps their ticket in the Inbox, with who answered it, until they are gone for good", async () => {
    const chat = await makeChat();
    await answer(chat.ticket, chat.agent, "Det finns i grönt");
    const ticket = async () => (await ticketsOf(chat.workspace))[0];
    expect(await ticket()).toMatchObject({ waitingOn: "us", assigneeId: chat.agent.id });
    await leave(chat);
    await wait(chat, 4 * MINUTE);
    await followUpDue();
    expect(await ticket()).toMatchObject({ waitingOn: "customer", status: "open" });
  });

  test("is not while they are there, nor without an address: then the agent is told", async () => {
    const chat = await makeChat();
    await answer(chat.ticket, chat.agent, "Är du kvar?");
    await wait(chat, 4 * MINUTE);
    await followUpDue();
    await leave(chat);
    await followUpDue();
    await followUpDue();
    expect(await mailsIn(chat, "follow-up")).toEqual([]);
    const told = { workspaceId: chat.workspace.id, type: "chat-unreachable" };
    expect(await db.event.count({ where: told })).toBe(1);
  });

  test("who answers that mail goes on in the same ticket by mail, and a new chat is another one", async () => {
    const chat = await makeChat();
    const email = EMAIL();
    await chat.visitor.send("Nås på mejl", { email });
    await answer(chat.ticket, chat.agent, "Svaret");
    await leave(chat);
    await wait(chat, 4 * MINUTE);
    await followUpDue();
    const [mail] = await mailsIn(chat, "follow-up");
    await mailFrom(chat, email, mail?.internetId ?? "", "Tack, det räcker!");
    const reply = await answer(chat.ticket, chat.agent, "Så bra!", {
      recipients: { to: [{ name: "", address: email }], cc: [], bcc: [] },
    });
    const [ticket, ...others] = await ticketsOf(chat.workspace);
    expect(others).toEqual([]);
    expect(ticket?.messages.map(({ channel }) => channel)).toEqual([
      "chat",
      "chat",
      "chat",
      "email",
      "email",
    ]);
    expect(ticket?.messages.find(({ id }) => id === reply.messageId)?.channel).toBe("email");
    // What was said by mail is not shown to whoever sits before the browser.
    expect((await chat.visitor.since("0")).body.messages.map(({ text }) => text)).toEqual([
      "Hej!",
      "Nås på mejl",
      "Svaret",
    ]);
    await chat.visitor.ask("end");
    await chat.visitor.send("Något helt annat");
    expect(await ticketsOf(chat.workspace)).toHaveLength(2);
  });
});

describe("silence", () => {
  test("ends a chat to the minute, but never while it waits for an answer of ours", async () => {
    const chat = await makeChat();
    const state = async () =>
      (await db.chat.findFirstOrThrow({ where: { workspaceId: chat.workspace.id } })).state;
    await wait(chat, 600 * MINUTE);
    await endSilent();
    expect(await state()).toBe("waiting");
    await answer(chat.ticket, chat.agent, "Hej!");
    await chat.visitor.send("Och när kommer den?");
    await wait(chat, 600 * MINUTE);
    await endSilent();
    expect(await state()).toBe("running");
    await answer(chat.ticket, chat.agent, "I morgon.");
    await wait(chat, 60 * MINUTE - SECOND);
    await endSilent();
    expect(await state()).toBe("running");
    await wait(chat, SECOND);
    await endSilent();
    expect(await state()).toBe("ended");
    const [ticket] = await ticketsOf(chat.workspace);
    expect(ticket?.status).toBe("closed");
    // Nobody is asked how it was to be left.
    expect((await chat.visitor.since(`${chat.ticket.id}.0`)).body.chat).toMatchObject({
      endedBy: "silence",
      rated: true,
    });
    expect((await chat.visitor.ask("rate", { score: 5 })).status).toBe(410);
  });
});

describe("a conversation that was ended", () => {
  test("is rated once, and stays ended", async () => {
    const chat = await makeChat();
    expect((await chat.visitor.ask("rate", { score: 5 })).status).toBe(410);
    await answer(chat.ticket, chat.agent, "Hej!");
    await chat.visitor.ask("end");
    expect((await chat.visitor.ask("rate", { score: 6 })).status).toBe(422);
    const rates = await Promise.all(
      [4, 5].map((score) => chat.visitor.ask("rate", { score, comment: "Bra" })),
    );
    expect(rates.map(({ status }) => status).sort()).toEqual([200, 410]);
    const [ticket] = await ticketsOf(chat.workspace);
    expect(ticket?.status).toBe("closed");
    expect((await chat.visitor.since(`${chat.ticket.id}.0`)).body.chat).toMatchObject({
      state: "ended",
      rated: true,
    });
  });

  test("is mailed to whom its visitor says, without our notes, and not to everybody", async () => {
    const chat = await makeChat("Var är den?");
    await answer(chat.ticket, chat.agent, "På väg");
    await db.message.create({
      data: {
        workspaceId: chat.workspace.id,
        id: newId(),
        ticketId: chat.ticket.id,
        kind: "note",
        channel: "chat",
        text: "Besvärlig",
        createdAt: now(),
      },
    });
    const email = EMAIL();
    const asked: number[] = [];
    for (let times = 0; times < 4; times++)
      asked.push((await chat.visitor.ask("transcript", { email })).status);
    expect(asked).toEqual([200, 200, 200, 429]);
    const [mail] = await mailsIn(chat, "transcript");
    expect(mail?.text).toMatch(/Var är den\?[^]*På väg/);
    expect(mail?.text).not.toContain("Besvärlig");
  });

  test("is mailed to nobody as long as only its visitor has said anything, nor once it is spam", async () => {
    const chat = await makeChat("Köp billigt på www.example.com!");
    const asked = async () => (await chat.visitor.ask("transcript", { email: EMAIL() })).status;
    expect(await asked()).toBe(410);
    await answer(chat.ticket, chat.agent, "Nej tack");
    await blockVisitor(chat.ticket, { by: { kind: "agent", id: chat.agent.id } });
    expect(await asked()).toBe(410);
    expect(await mailsIn(chat, "transcript")).toEqual([]);
  });
});

/** Somebody answers a mail of ours from this address. */
async function mailFrom(chat: Chat, from: string, inReplyTo: string, text: string) {
  const { token } = await db.replyToken.findFirstOrThrow({
    where: { workspaceId: chat.workspace.id, ticketId: chat.ticket.id },
  });
  await receive({ from, token, inReplyTo, text });
}

test("who chatted and was merged into somebody else's ticket does not become them by mail", async () => {
  const chat = await makeChat();
  const email = EMAIL();
  await chat.visitor.send("Det är jag!", { email });
  const customer = await makeCustomer(chat.workspace);
  const { workspaceId, id } = await makeTicket(chat.store, { channel: "email", customerId: customer.id });
  const by = { kind: "agent", id: chat.agent.id } as const;
  await mergeTickets(chat.workspace, { from: chat.ticket.id, into: id }, { by });
  await answer({ workspaceId, id }, chat.agent, "Svaret");
  await leave(chat);
  await wait(chat, 4 * MINUTE);
  await followUpDue();
  const [mail] = await mailsIn(chat, "follow-up");
  await mailFrom({ ...chat, ticket: { workspaceId, id } }, email, mail?.internetId ?? "", "Skicka hit");
  const said = await db.message.findFirst({ where: { workspaceId, text: "Skicka hit" } });
  expect(said).toMatchObject({ ticketId: id, customerId: null, senderProof: "unverified" });
  const { customerId } = await db.visitor.findFirstOrThrow({ where: { workspaceId } });
  expect(await customerAt(db, workspaceId, email)).toBe(customerId);
});

test("an answer by mail that nobody has answered yet keeps its ticket open when the chat falls silent", async () => {
  const chat = await makeChat();
  const email = EMAIL();
  await chat.visitor.send("Nås på mejl", { email });
  await answer(chat.ticket, chat.agent, "Svaret");
  await leave(chat);
  await wait(chat, 4 * MINUTE);
  await followUpDue();
  const [mail] = await mailsIn(chat, "follow-up");
  await mailFrom(chat, email, mail?.internetId ?? "", "Men hur då?");
  await wait(chat, 60 * MINUTE);
  await endSilent();
  const [ticket] = await ticketsOf(chat.workspace);
  expect(ticket).toMatchObject({ status: "open", waitingOn: "us" });
});

test("what is over and left no address can't be answered, and that is said", async () => {
  const chat = await makeChat();
  await chat.visitor.ask("end");
  await expect(answer(chat.ticket, chat.agent, "Hallå?")).rejects.toMatchObject({ code: "cannot-reply" });
});

test("a worker that dies over a follow-up has sent nothing, and the next one sends it once", async () => {
  const chat = await makeChat();
  await chat.visitor.send("Nås på mejl", { email: EMAIL() });
  await answer(chat.ticket, chat.agent, "Svaret");
  await leave(chat);
  await wait(chat, 4 * MINUTE);
  const other = new pg.Client(process.env.DATABASE_URL);
  await other.connect();
  await other.query(`BEGIN; LOCK TABLE "OutgoingMail" IN EXCLUSIVE MODE`);
  const dying = followUpDue();
  const kill = () => db.$queryRaw<{ killed: boolean }[]>`
    SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%OutgoingMail%'`;
  await expect.poll(async () => (await kill()).length, { timeout: 8_000 }).toBe(1);
  await dying;
  await other.query("ROLLBACK");
  await other.end();
  expect(await mailsIn(chat, "follow-up")).toEqual([]);
  await followUpDue();
  expect(await mailsIn(chat, "follow-up")).toHaveLength(1);
});

test("a follow-up comes from the address the merchant chose, once it may be sent from", async () => {
  const chat = await makeChat();
  const { workspaceId, id: storeId } = chat.store;
  const domain = `${newId()}.example`;
  const [id, address] = [newId(), `chatt@${domain}`];
  await db.supportAddress.create({ data: { workspaceId, id, storeId, address, token: newId() } });
  await db.setting.create({
    data: { workspaceId, scope: storeId, name: "chat", value: { followUpFrom: id } },
  });
  const records = { providerId: 1, dkimHost: "a", dkimValue: "b", returnPathHost: "c", returnPathValue: "d" };
  await db.sendingDomain.create({ data: { name: domain, workspaceId, ...records, dkimVerifiedAt: now() } });
  await chat.visitor.send("Nås på mejl", { email: EMAIL() });
  await answer(chat.ticket, chat.agent, "Svaret");
  await leave(chat);
  await wait(chat, 4 * MINUTE);
  await followUpDue();
  expect(await mailsIn(chat, "follow-up")).toMatchObject([{ fromAddress: address }]);
});
