// Postmark's events, through the address it posts them to.
import { callsWith, sandbox } from "../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { makeConversation } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { handlers } from "../jobs/handlers.server.ts";
import { newId } from "../lib/id.ts";
import { action, loader } from "../routes/hooks.postmark.events.ts";
import { closeTicket } from "../tickets/lifecycle.server.ts";
import { replyToTicket, type Reply } from "../tickets/reply.server.ts";

const RIGHT = `Basic ${Buffer.from("postmark:samla-sandbox-hook").toString("base64")}`;

async function post(body: unknown, authorization: string | null = RIGHT): Promise<number> {
  const request = new Request("http://127.0.0.1:3000/hooks/postmark/events", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(authorization ? { Authorization: authorization } : {}),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await action({ request, params: {}, context: {} });
  return response.status;
}

/** A reply that Postmark took. */
async function sent({
  lost = false,
  to: named,
  ...given
}: Partial<Reply> & { lost?: boolean; to?: string } = {}) {
  const talk = await makeConversation();
  const { workspaceId } = talk.ticket;
  const { messageId } = await replyToTicket(
    talk.ticket,
    writtenReply(talk, "Hej", { seen: talk.message.id, ...given }),
  );
  await deliver({ workspaceId, messageId });
  const { id: mailId } = await db.outgoingMail.findFirstOrThrow({ where: { workspaceId, messageId } });
  const to = named ?? talk.customer.email ?? "";
  if (lost) sandbox.state.failures.push({ service: "postmark", match: `accept ${to}`, times: 1, drop: true });
  const job = () => handlers["send-mail"]({ workspaceId, mailId }, { lastTry: false });
  await job().catch(() => undefined);
  const atPostmark = sandbox.state.mail.sent.find((mail) => mail.to[0]?.email === to);
  if (!atPostmark) throw new Error("Postmark did not get it");
  const event = (RecordType: string, more: object = {}) => ({
    RecordType,
    MessageID: atPostmark.id,
    Metadata: atPostmark.metadata,
    ...more,
  });
  const message = () =>
    db.message.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: messageId } } });
  const changes = async () => {
    const rows = await db.event.findMany({
      where: { workspaceId, ticketId: talk.ticket.id, type: "delivery-changed" },
      orderBy: { id: "asc" },
    });
    return rows.map(({ data }) => (data as { state: string }).state);
  };
  return { ...talk, workspaceId, messageId, mailId, to, job, event, message, changes };
}

test("a delivery is told on the message", async () => {
  const { event, message, changes } = await sent();
  expect(await post(event("Delivery"))).toBe(200);
  expect(await message()).toMatchObject({ delivery: "delivered", deliveryError: null });
  expect(await changes()).toEqual(["sending", "sent", "delivered"]);
});

test("a bounce told five times, three of them at once, is one change, and the ticket is back", async () => {
  const { event, message, changes, ticket } = await sent();
  const bounce = event("Bounce", { Type: "HardBounce" });
  const answers = [
    await post(bounce),
    ...(await Promise.all([post(bounce), post(bounce), post(bounce)])),
    await post(bounce),
  ];
  expect(answers).toEqual([200, 200, 200, 200, 200]);
  expect(await message()).toMatchObject({ delivery: "bounced", deliveryError: "no-such-mailbox" });
  expect(await changes()).toEqual(["sending", "sent", "bounced"]);
  const { workspaceId, id } = ticket;
  expect(await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } })).toMatchObject(
    {
      status: "open",
      waitingOn: "us",
    },
  );
});

test("a bounce reopens what was closed meanwhile, and the conversation says so", async () => {
  const { event, ticket, agent } = await sent();
  await closeTicket(ticket, { by: { kind: "agent", id: agent.id } });
  await post(event("Bounce", { Type: "HardBounce" }));
  const { workspaceId, id: ticketId } = ticket;
  const reopened = await db.event.findMany({ where: { workspaceId, ticketId, type: "reopened" } });
  expect(reopened).toMatchObject([{ data: { reason: "undelivered" } }]);
});

test.each([
  ["SoftBounce", { Type: "SoftBounce" }, "bounced", "bounced"],
  ["a mailbox that is only slow", { Type: "Transient" }, "sent", null],
])("%s", async (_, more, delivery, deliveryError) => {
  const { event, message } = await sent();
  await post(event("Bounce", more));
  expect(await message()).toMatchObject({ delivery, deliveryError });
});

test("a complaint counts as lost, even after the delivery", async () => {
  const { event, message } = await sent();
  await post(event("Delivery"));
  await post(event("SpamComplaint"));
  expect(await message()).toMatchObject({ delivery: "bounced", deliveryError: "complained" });
});

test("a delivery told after the bounce changes nothing any more", async () => {
  const { event, message, changes } = await sent();
  await post(event("Bounce", { Type: "HardBounce" }));
  await post(event("Delivery"));
  expect(await message()).toMatchObject({ delivery: "bounced", deliveryError: "no-such-mailbox" });
  expect(await changes()).toEqual(["sending", "sent", "bounced"]);
});

test("a delivery settles what was unknown, and nothing is sent again", async () => {
  const { event, message, job, to } = await sent({ lost: true });
  expect(await message()).toMatchObject({ delivery: "unknown" });
  await post(event("Delivery"));
  await job();
  expect(await message()).toMatchObject({ delivery: "delivered", deliveryError: null });
  expect(callsWith("/email", to)).toHaveLength(1);
});

describe("a mail to several", () => {
  const bo = { name: "Bo", address: "bo@example.com" };
  const several = async () => {
    const first = { name: "Nils", address: `nils-${newId().slice(-8)}@example.com` };
    const talk = await sent({ recipients: { to: [first], cc: [bo], bcc: [] }, to: first.address });
    const missed = () =>
      db.event.findMany({
        where: { workspaceId: talk.workspaceId, ticketId: talk.ticket.id, type: "recipient-missed" },
      });
    return { ...talk, first: first.address, missed };
  };

  test("whose copy came back: the customer has it, and the conversation says who has not, once", async () => {
    const { event, message, missed, first, ticket, workspaceId } = await several();
    await post(event("Delivery", { Recipient: first }));
    const bounce = event("Bounce", { Type: "HardBounce", Email: "Bo@Example.com" });
    await Promise.all([post(bounce), post(bounce), post(bounce)]);
    expect(await message()).toMatchObject({ delivery: "delivered", deliveryError: null });
    expect((await missed()).map(({ data }) => data)).toMatchObject([
      { address: bo.address, reason: "no-such-mailbox" },
    ]);
    const { id } = ticket;
    expect(await db.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } } })).toMatchObject({
      waitingOn: "customer",
      undelivered: false,
    });
  });

  test("which only the one copied got is not delivered to the customer", async () => {
    const { event, message } = await several();
    await post(event("Delivery", { Recipient: bo.address }));
    expect(await message()).toMatchObject({ delivery: "sent" });
  });

  test("which the customer did not get came back, whoever else has it", async () => {
    const { event, message, first, missed } = await several();
    await post(event("Delivery", { Recipient: bo.address }));
    await post(event("Bounce", { Type: "HardBounce", Email: first }));
    expect(await message()).toMatchObject({ delivery: "bounced", deliveryError: "no-such-mailbox" });
    expect(await missed()).toEqual([]);
  });

  test("whose answer was lost: an event about anybody proves that it left", async () => {
    const first = { name: "Nils", address: `nils-${newId().slice(-8)}@example.com` };
    const { event, message, job } = await sent({
      lost: true,
      recipients: { to: [first], cc: [bo], bcc: [] },
      to: first.address,
    });
    expect(await message()).toMatchObject({ delivery: "unknown" });
    await post(event("Delivery", { Recipient: bo.address }));
    await job();
    expect(await message()).toMatchObject({ delivery: "sent" });
    expect(callsWith("/email", first.address)).toHaveLength(1);
  });

  test("with addresses Postmark has stopped: of a copy it says so, of the customer it counts as not sent", async () => {
    sandbox.state.mail.suppressed.add(bo.address);
    const { message, missed } = await several();
    expect(await message()).toMatchObject({ delivery: "sent" });
    expect((await missed()).map(({ data }) => data)).toMatchObject([
      { address: bo.address, reason: "suppressed" },
    ]);
    sandbox.state.mail.suppressed.delete(bo.address);

    const nils = { name: "Nils", address: `nils-${newId().slice(-8)}@example.com` };
    sandbox.state.mail.suppressed.add(nils.address);
    const other = await sent({ recipients: { to: [nils], cc: [bo], bcc: [] }, to: nils.address });
    expect(await other.message()).toMatchObject({ delivery: "failed", deliveryError: "suppressed" });
  });
});

describe("opens", () => {
  test("are told on the message when they were asked for, the first of them", async () => {
    const { event, message, mailId, workspaceId } = await sent();
    const where = { workspaceId_id: { workspaceId, id: mailId } };
    await db.outgoingMail.update({ where, data: { trackOpens: true } });
    const at = (ReceivedAt: string) => event("Open", { ReceivedAt });
    await post(at("2026-11-28T10:05:00Z"));
    await post(at("2026-11-28T10:00:00Z"));
    await post(at("2026-11-28T11:00:00Z"));
    expect(await message()).toMatchObject({ openedAt: new Date("2026-11-28T10:00:00Z"), delivery: "sent" });
  });

  test("nobody asked for are not kept", async () => {
    const { event, message } = await sent();
    await post(event("Open", { ReceivedAt: "2026-11-28T10:05:00Z" }));
    expect(await message()).toMatchObject({ openedAt: null });
  });
});

test("Postmark lifting a suppression is told on what was stopped, whoever's it is", async () => {
  const { message, to, workspaceId, messageId } = await sent();
  const where = { workspaceId_id: { workspaceId, id: messageId } };
  await db.message.update({ where, data: { delivery: "failed", deliveryError: "suppressed" } });
  const change = {
    RecordType: "SubscriptionChange",
    MessageID: newId(),
    Metadata: {},
    Recipient: to.toUpperCase(),
  };
  expect(await post({ ...change, SuppressSending: false })).toBe(200);
  expect(await message()).toMatchObject({ deliveryError: "suppression-lifted" });
  for (const wrong of [
    { ...change, SuppressSending: "no" },
    { ...change, Recipient: null, SuppressSending: true },
  ])
    expect(await post(wrong)).toBe(200);
  expect(await message()).toMatchObject({ deliveryError: "suppression-lifted" });
});

describe("what is none of ours", () => {
  test("answers 200 and changes nothing", async () => {
    const mine = await sent();
    const other = await sent();
    const wrongs = [
      mine.event("Delivery", { MessageID: newId() }),
      mine.event("Delivery", { Metadata: {} }),
      mine.event("Delivery", { Metadata: { workspace: newId(), mail: newId() } }),
      mine.event("Delivery", { Metadata: { workspace: "' OR 1=1--", mail: "x" } }),
      mine.event("Delivery", { Metadata: { ...other.event("x").Metadata, workspace: mine.workspaceId } }),
      mine.event("Delivery", { Metadata: other.event("x").Metadata }),
      mine.event("Open"),
      mine.event("__proto__"),
      mine.event("constructor"),
      { RecordType: "Delivery" },
      "not json",
      "",
      [],
      null,
    ];
    for (const wrong of wrongs) expect(await post(wrong)).toBe(200);
    expect(await mine.message()).toMatchObject({ delivery: "sent" });
    expect(await other.message()).toMatchObject({ delivery: "sent" });
  });
});

describe("somebody who is not Postmark", () => {
  test.each([
    ["no credentials", null],
    ["a wrong password", `Basic ${Buffer.from("postmark:guess").toString("base64")}`],
    ["another user", `Basic ${Buffer.from("admin:samla-sandbox-hook").toString("base64")}`],
    ["another scheme", RIGHT.replace("Basic", "Bearer")],
    ["nonsense", "Basic"],
  ])("%s: 401, never 403, and nothing changes", async (_, authorization) => {
    const { event, message } = await sent();
    expect(await post(event("Delivery"), authorization)).toBe(401);
    expect(await message()).toMatchObject({ delivery: "sent" });
  });

  test("GET is not allowed", () => {
    expect(loader().status).toBe(405);
  });
});

test("a body of more than a megabyte is refused", async () => {
  expect(await post(`{"RecordType":"${"x".repeat(1_100_000)}"}`)).toBe(413);
});
