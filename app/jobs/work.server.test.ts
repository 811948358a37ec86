// The worker with real handlers, on a queue of its own.
import "../../tests/setup/own-database.ts";
import { callsWith, sandbox } from "../../tests/setup/sandbox.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeConversation, makeStore, makeWorkspace, unique } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { asBody, postmarkMail } from "../../tests/mail-factory.ts";
import { acceptInbound } from "../channels/email/accept.server.ts";
import { db } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { replyToTicket } from "../tickets/reply.server.ts";
import { handlers } from "./handlers.server.ts";
import { readHealth } from "./health.server.ts";
import { boss, enqueue } from "./queue.server.ts";
import { sweep } from "./sweep.server.ts";
import { startWork } from "./work.server.ts";

let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await startWork();
});
afterAll(() => stop());
afterEach(() => {
  sandbox.state.failures.length = 0;
});

/** Whether it came true within the time. */
async function soon(check: () => Promise<boolean>, ms = 10_000): Promise<boolean> {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

const jobsAbout = (name: string, id: string) =>
  db.$queryRaw<{ state: string; retry_count: number }[]>`
    SELECT state::text, retry_count FROM pgboss.job WHERE name = ${name} AND data::text LIKE ${`%${id}%`}`;

// Half a second on idle cores; with the queue's defaults it took minutes. The limit leaves room for a busy machine.
test("four hundred jobs of one transaction are done within moments", async () => {
  const workspaceId = newId();
  await db.$transaction(
    async (tx) => {
      for (let n = 0; n < 400; n++) await enqueue(tx, "deliver-message", { workspaceId, messageId: newId() });
    },
    { timeout: 60_000 },
  );
  const committed = performance.now();
  const done = async () =>
    (await jobsAbout("deliver-message", workspaceId)).every(({ state }) => state === "completed");
  expect(await soon(done)).toBe(true);
  expect(performance.now() - committed).toBeLessThan(10_000);
  expect(await jobsAbout("deliver-message", workspaceId)).toHaveLength(400);
});

test("what is rolled back leaves no job", async () => {
  const messageId = newId();
  await expect(
    db.$transaction(async (tx) => {
      await enqueue(tx, "deliver-message", { workspaceId: newId(), messageId });
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await jobsAbout("deliver-message", messageId)).toHaveLength(0);
});

test("one job that fails is tried again by itself: those beside it run once", async () => {
  const mails = await Promise.all(Array.from({ length: 5 }, () => replyWaiting()));
  const [bad] = mails;
  if (!bad) throw new Error("no mail");
  sandbox.state.failures.push({ service: "postmark", match: bad.to, times: 1, status: 503 });
  await db.$transaction(async (tx) => {
    for (const { workspaceId, messageId } of mails)
      await enqueue(tx, "deliver-message", { workspaceId, messageId });
  });
  const all = async () => {
    const states = await Promise.all(mails.map((mail) => mail.delivery()));
    return states.every((state) => state === "sent");
  };
  expect(await soon(all, 15_000)).toBe(true);
  expect(mails.map(({ to }) => callsWith("/email", to).length)).toEqual([2, 1, 1, 1, 1]);
});

/** A queued reply whose own job has not been made: a worker gets it only when told. */
async function replyWaiting() {
  const talk = await makeConversation();
  const { workspaceId } = talk.ticket;
  const messageId = newId();
  await db.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId: talk.ticket.id,
      kind: "outbound",
      channel: "email",
      text: "Hej",
      delivery: "queued",
      createdAt: now(),
    },
  });
  const delivery = async () =>
    (await db.message.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: messageId } } }))
      .delivery;
  return { ...talk, workspaceId, messageId, to: talk.customer.email ?? "", delivery };
}

describe("from end to end", () => {
  test("a mail handed in becomes a ticket, is acknowledged and answered, each within seconds of its time", async () => {
    const workspace = await makeWorkspace();
    const { inboundToken: token } = await makeStore(workspace);
    const from = `ebba-${unique()}@example.com`;
    await acceptInbound(asBody(postmarkMail({ from, token, subject: "Fel storlek" })));
    const ticketOf = () => db.ticket.findFirst({ where: { workspaceId: workspace.id } });
    expect(await soon(async () => (await ticketOf()) !== null)).toBe(true);
    const mailsTo = () => sandbox.state.mail.sent.filter(({ to }) => to[0]?.email === from);
    expect(await soon(async () => mailsTo().length === 1)).toBe(true);
    expect(mailsTo()[0]?.headers).toContainEqual({ name: "Auto-Submitted", value: "auto-replied" });
    const ticket = await ticketOf();
    const agent = await db.agent.create({
      data: { workspaceId: workspace.id, id: newId(), name: "Tove", email: "t@b.example", role: "support" },
    });
    if (!ticket) throw new Error("no ticket");
    const customer = { name: "Ebba", email: from };
    const reply = writtenReply({ agent, customer }, "Hej Ebba!", { seen: ticket.lastMessageId });
    await replyToTicket(ticket, reply);
    // Held for its agent to think again, then on its way.
    expect(await soon(async () => mailsTo().length === 2, 25_000)).toBe(true);
    expect(mailsTo()[1]?.subject).toBe(`Re: Fel storlek [BC-${ticket.number}]`);
  });
});

describe("the last try", () => {
  test("puts input that can't be processed aside, with the reason, where a person sees it", async () => {
    const workspace = await makeWorkspace();
    const { inboundToken: token } = await makeStore(workspace);
    // A store without a brand can open no ticket: as good as any bug.
    await db.brand.deleteMany({ where: { workspaceId: workspace.id } });
    const payload = postmarkMail({ from: `ebba-${unique()}@example.com`, token });
    const id = newId();
    await db.received.create({
      data: {
        id,
        source: "postmark",
        providerId: payload.MessageID,
        body: new Uint8Array(asBody(payload)),
        receivedAt: now(),
      },
    });
    const state = async () => (await db.received.findUniqueOrThrow({ where: { id } })).state;
    await expect(handlers["take-in-mail"]({ receivedId: id }, { lastTry: false })).rejects.toThrow();
    expect(await state()).toBe("received");
    await expect(handlers["take-in-mail"]({ receivedId: id }, { lastTry: true })).rejects.toThrow();
    expect(await db.received.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "dead",
      reason: "processing-failed",
      workspaceId: workspace.id,
    });
    expect(await db.event.count({ where: { workspaceId: workspace.id, type: "inbound-unreadable" } })).toBe(
      1,
    );
  });
});

describe("work that lost its job", () => {
  const old = () => later(now(), -20 * MINUTE);

  test("mail that came in and mail to go out are found by the sweep, and given one job each", async () => {
    const workspace = await makeWorkspace();
    const { inboundToken: token } = await makeStore(workspace);
    const payload = postmarkMail({ from: `ebba-${unique()}@example.com`, token });
    const receivedId = newId();
    await db.received.create({
      data: {
        id: receivedId,
        source: "postmark",
        providerId: payload.MessageID,
        body: new Uint8Array(asBody(payload)),
        receivedAt: old(),
      },
    });
    await sweep();
    const done = async () =>
      (await db.received.findUniqueOrThrow({ where: { id: receivedId } })).state === "done";
    expect(await soon(done)).toBe(true);
  });

  test("however many processes sweep, and however often, it gets one job in a quarter of an hour", async () => {
    const receivedId = newId();
    await db.received.create({
      data: {
        id: receivedId,
        source: "postmark",
        providerId: receivedId,
        // Nothing of ours: it is put aside at once, and brought back to see who sweeps it up.
        body: new Uint8Array([1]),
        receivedAt: old(),
      },
    });
    for (let n = 0; n < 2; n++) {
      await Promise.all([sweep(), sweep(), sweep()]);
      const dead = async () =>
        (await db.received.findUniqueOrThrow({ where: { id: receivedId } })).state === "dead";
      if (n === 0) expect(await soon(dead)).toBe(true);
      await db.received.update({ where: { id: receivedId }, data: { state: "received" } });
    }
    expect(await jobsAbout("take-in-mail", receivedId)).toHaveLength(1);
  });
});

test("health tells how long the oldest job waits, and is red when that is too long", async () => {
  expect(await readHealth()).toMatchObject({ ok: true, database: true });
  // Nobody works on a queue that is not in the catalog.
  await boss.createQueue("of-another-version");
  await boss.send("of-another-version", {});
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '10 minutes' WHERE name = 'of-another-version'`;
  const health = await readHealth();
  expect(health).toMatchObject({ ok: false, database: true });
  expect(health.queue.oldestSeconds).toBeGreaterThanOrEqual(600);
});
