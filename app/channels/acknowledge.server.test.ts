import { expect, test } from "vitest";
import { makeConversation, makeMessage, makeStore, makeTicket, unique } from "../../tests/factories.ts";
import { expectedOf } from "../automation/expected.server.ts";
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { DAY, HOUR, later, MINUTE, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { acknowledge } from "./acknowledge.server.ts";

const someone = () => `ebba-${unique()}@example.com`;

type Given = { fromAddress?: string; channel?: "form" | "email"; senderProof?: string };

/** A ticket with a message that could be acknowledged. */
async function written({ fromAddress = someone(), channel = "form", senderProof = "claimed" }: Given = {}) {
  const talk = await makeConversation();
  const message = await makeMessage(talk.ticket, {
    channel,
    fromAddress,
    senderProof,
    subject: "Hemligt ämne",
    text: "Min hemliga text",
  });
  return { ...talk, message, fromAddress, workspaceId: talk.workspace.id };
}

const acknowledgements = (workspaceId: string) =>
  db.outgoingMail.findMany({
    where: { workspaceId, kind: "acknowledgement" },
    orderBy: { createdAt: "asc" },
  });

const withheld = (workspaceId: string) =>
  db.event.count({ where: { workspaceId, type: "acknowledgement-withheld" } });

const turnOff = (workspaceId: string, scope = "") =>
  db.setting.create({ data: { workspaceId, scope, name: "email", value: { acknowledge: false } } });

test("a form is acknowledged with the ticket's number and without a word of what was written", async () => {
  const { ticket, message, fromAddress, workspaceId } = await written();
  await acknowledge(ticket, message.id, true, expectedOf);
  const [mail, ...more] = await acknowledgements(workspaceId);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ toAddress: fromAddress, state: "queued", messageId: null });
  expect(mail?.subject).toContain(`[BC-${ticket.number}]`);
  expect(JSON.stringify(mail)).not.toMatch(/hemlig/i);
  expect(mail?.headers).toContainEqual({ Name: "Auto-Submitted", Value: "auto-replied" });
});

test("while the shop is closed it says when it is back, by the shop's clock, in the customer's language", async () => {
  const { ticket, message, store, workspaceId } = await written();
  const none: object[] = [];
  const week = { mon: none, tue: none, wed: none, thu: none, fri: none, sat: none, sun: none };
  const date = later(now(), 20 * DAY)
    .toISOString()
    .slice(0, 10);
  const days = [{ date, name: "", intervals: [{ from: "09:00", to: "17:00" }] }];
  await db.setting.create({
    data: { workspaceId, scope: store.id, name: "hours", value: { timeZone: "UTC", week, days } },
  });
  await db.ticket.updateMany({ where: { workspaceId, id: ticket.id }, data: { locale: "fi" } });
  await acknowledge(ticket, message.id, true, expectedOf);
  const [mail] = await acknowledgements(workspaceId);
  expect(mail?.text).toMatch(/Olemme juuri nyt suljettuna ja palaamme \S+na \d+\. \S+kuuta klo 9\.00\./);
  expect(mail?.text).not.toMatch(/24/);
});

test("the same message twice, or twice at once, is acknowledged once", async () => {
  const { ticket, message, workspaceId } = await written();
  await Promise.all([
    acknowledge(ticket, message.id, true, expectedOf),
    acknowledge(ticket, message.id, true, expectedOf),
  ]);
  await acknowledge(ticket, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(1);
  expect(await withheld(workspaceId)).toBe(0);
});

test("a form that joins an open ticket is acknowledged too, whatever the setting for e-mail says", async () => {
  const { ticket, message, workspaceId } = await written();
  await turnOff(workspaceId);
  await acknowledge(ticket, message.id, false, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(1);
});

test("an e-mail is acknowledged when it opens a ticket, not when it continues one", async () => {
  const { ticket, message, workspaceId } = await written({ channel: "email" });
  await acknowledge(ticket, message.id, false, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(0);
  await acknowledge(ticket, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(1);
});

test("an e-mail is not acknowledged where the merchant turned that off", async () => {
  const { ticket, message, workspaceId } = await written({ channel: "email" });
  await turnOff(workspaceId);
  await acknowledge(ticket, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(0);
});

test("what one store turned off, the workspace's other store still does", async () => {
  const { store, workspace, customer, workspaceId } = await written();
  await turnOff(workspaceId, store.id);
  const other = await makeTicket(await makeStore(workspace), { customerId: customer.id, channel: "email" });
  const message = await makeMessage(other, { channel: "email", fromAddress: someone() });
  await acknowledge(other, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(1);
});

test.each([
  ["a no-reply address", { fromAddress: "no-reply@bank.example" }],
  ["the postmaster", { fromAddress: "postmaster@bank.example" }],
  ["somebody who is no participant of the thread", { senderProof: "unverified" }],
])("%s gets none", async (_, given: Given) => {
  const { ticket, message, workspaceId } = await written(given);
  await acknowledge(ticket, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(0);
});

test("spam gets none", async () => {
  const { ticket, message, workspaceId } = await written();
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticket.id } },
    data: { spam: true },
  });
  await acknowledge(ticket, message.id, true, expectedOf);
  expect(await acknowledgements(workspaceId)).toHaveLength(0);
});

test("a machine gets none: the reactions leave automatic mail alone", async () => {
  const { ticket, message, workspaceId } = await written({ channel: "email" });
  const event = (automatic: boolean) =>
    db.event.create({
      data: {
        workspaceId,
        id: newId(),
        ticketId: ticket.id,
        type: "ticket-opened",
        actorKind: "customer",
        data: { messageId: message.id, automatic },
        createdAt: now(),
      },
    });
  await onTicketEvent({ workspaceId, eventId: (await event(true)).id });
  expect(await acknowledgements(workspaceId)).toHaveLength(0);
  const { id: eventId } = await event(false);
  await onTicketEvent({ workspaceId, eventId });
  await onTicketEvent({ workspaceId, eventId });
  expect(await acknowledgements(workspaceId)).toHaveLength(1);
});

test("two in an hour to one address, then it is withheld and the ticket says so", async () => {
  const { ticket, fromAddress, workspaceId } = await written();
  for (let n = 0; n < 4; n++) {
    const { id } = await makeMessage(ticket, { channel: "form", fromAddress });
    await acknowledge(ticket, id, true, expectedOf);
  }
  expect(await acknowledgements(workspaceId)).toHaveLength(2);
  expect(await withheld(workspaceId)).toBe(2);
});

test("five in a day to one address, however slowly; another address and the next day are free again", async () => {
  const { ticket, fromAddress, workspaceId } = await written();
  const write = async (address = fromAddress) => {
    const { id } = await makeMessage(ticket, { channel: "form", fromAddress: address });
    await acknowledge(ticket, id, true, expectedOf);
  };
  const wait = (ms: number) =>
    db.$executeRaw`UPDATE "OutgoingMail" SET "createdAt" = "createdAt" - ${ms / 1000}::int * interval '1 second'
                   WHERE "workspaceId" = ${workspaceId}::uuid`;
  for (let n = 0; n < 8; n++) {
    await write();
    await wait(HOUR + MINUTE);
  }
  expect(await acknowledgements(workspaceId)).toHaveLength(5);
  await write(someone());
  expect(await acknowledgements(workspaceId)).toHaveLength(6);
  await wait(24 * HOUR);
  await write();
  expect(await acknowledgements(workspaceId)).toHaveLength(7);
});

test("fifty mails in ping-pong, ten at a time, get at most the cap", async () => {
  const { store, customer, fromAddress, workspaceId } = await written();
  for (let round = 0; round < 5; round++) {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const ticket = await makeTicket(store, { customerId: customer.id, channel: "email" });
        const { id } = await makeMessage(ticket, { channel: "email", fromAddress });
        await acknowledge(ticket, id, true, expectedOf);
      }),
    );
  }
  expect(await acknowledgements(workspaceId)).toHaveLength(2);
  expect(await withheld(workspaceId)).toBe(48);
});

test("the cap counts per workspace: another merchant's customer is not made to wait", async () => {
  const address = someone();
  for (let n = 0; n < 3; n++) {
    const { ticket, message, workspaceId } = await written({ fromAddress: address });
    await acknowledge(ticket, message.id, true, expectedOf);
    expect(await acknowledgements(workspaceId)).toHaveLength(1);
  }
});

test("what was acknowledged more than an hour ago does not count for the hour", async () => {
  const { ticket, fromAddress, workspaceId, message } = await written();
  await acknowledge(ticket, message.id, true, expectedOf);
  await db.outgoingMail.updateMany({
    where: { workspaceId },
    data: { createdAt: later(now(), -61 * MINUTE) },
  });
  for (let n = 0; n < 2; n++) {
    const { id } = await makeMessage(ticket, { channel: "form", fromAddress });
    await acknowledge(ticket, id, true, expectedOf);
  }
  expect(await acknowledgements(workspaceId)).toHaveLength(3);
});

test("our own addresses and the merchant's get none: two of them facing each other would never stop", async () => {
  const connected = `hej-${unique()}@shop.example`;
  const { store } = await makeConversation();
  await db.inboundAddress.create({
    data: { token: unique(), address: connected, workspaceId: store.workspaceId, storeId: store.id },
  });
  const inbound = env.POSTMARK_INBOUND_ADDRESS.replace("@", `+${unique()}@`);
  for (const fromAddress of [connected, env.MAIL_FROM, inbound]) {
    const { ticket, message, workspaceId } = await written({ fromAddress });
    await acknowledge(ticket, message.id, true, expectedOf);
    expect(await acknowledgements(workspaceId)).toEqual([]);
  }
});
