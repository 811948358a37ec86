import { sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { makeConversation, makeMessage } from "../../tests/factories.ts";
import type { FailRule } from "../../sandbox/state.ts";
import {
  arrived,
  calls,
  mailsOf,
  messageOf,
  newestMail,
  replied,
  send,
  ticketOf,
  writtenReply,
  type Replied,
} from "../../tests/replied.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { resendMessage } from "../tickets/delivery.server.ts";
import { replyToTicket } from "../tickets/reply.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const by = ({ agent }: Replied) => ({ by: { kind: "agent", id: agent.id } as const });
const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "postmark", match: "", times: 1, ...rule });

describe("a reply", () => {
  test("goes out once, under our own Message-ID, which also ends its References", async () => {
    const talk = await replied();
    await deliver({ workspaceId: talk.workspace.id, messageId: talk.messageId });
    await send(talk);
    await send(talk);
    expect(await mailsOf(talk)).toHaveLength(1);
    expect(calls(talk)).toHaveLength(1);
    const [mail] = arrived(talk);
    const { internetId, providerId } = await newestMail(talk);
    expect(mail?.id).toBe(providerId);
    expect(mail?.messageId).toBe(`<${internetId}>`);
    expect(internetId).toMatch(/^[0-9a-f-]{36}@samla\.example$/);
    const references = mail?.headers.find(({ name }) => name === "References")?.value.split(" ");
    expect(references?.at(-1)).toBe(`<${internetId}>`);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent", deliveryError: null });
  });

  test("answers the newest mail of the conversation and names all before it", async () => {
    const talk = await makeConversation();
    const ids = [1, 2, 3].map((n) => `${n}-${newId()}@mail.example`);
    for (const [n, messageId] of ids.entries()) {
      await db.mailReference.create({
        data: {
          workspaceId: talk.workspace.id,
          ticketId: talk.ticket.id,
          messageId,
          createdAt: later(now(), n * 10 - 1000),
        },
      });
    }
    const { messageId } = await replyToTicket(
      talk.ticket,
      writtenReply(talk, "Hej", { seen: talk.message.id }),
    );
    await deliver({ workspaceId: talk.workspace.id, messageId });
    const whole = { ...talk, messageId, to: talk.customer.email ?? "" };
    await send(whole);
    const headers = new Map(arrived(whole)[0]?.headers.map(({ name, value }) => [name, value]));
    const { internetId } = await newestMail(whole);
    expect(headers.get("In-Reply-To")).toBe(`<${ids[2]}>`);
    expect(headers.get("References")).toBe([...ids, internetId].map((id) => `<${id}>`).join(" "));
  });

  test("can be answered: its reply address carries a token of the ticket's and no id", async () => {
    const talk = await replied();
    await send(talk);
    const [mail] = arrived(talk);
    const { token } = await db.replyToken.findFirstOrThrow({ where: { ticketId: talk.ticket.id } });
    expect(mail?.replyTo).toBe(`5f0c1d2e3b4a59687786a5b4c3d2e1f0+${token}@inbound.postmarkapp.com`);
    expect(mail?.replyTo.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(token).not.toContain(talk.ticket.id.replaceAll("-", ""));
  });

  test("is handed over once when two workers have it at the same time", async () => {
    const talk = await replied();
    fail({ match: talk.to, delayMs: 200 });
    const job = () => send(talk, { retries: 1 });
    await Promise.all([job(), job(), job()]);
    expect(calls(talk)).toHaveLength(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
  });
});

describe("when Postmark is in trouble", () => {
  test.each([429, 500, 503])(
    "three times %i: tried again as the same mail, and sent once",
    async (status) => {
      const talk = await replied();
      fail({ match: talk.to, status, times: 3 });
      expect(await send(talk)).toEqual({ tries: 4, done: true });
      expect(calls(talk)).toHaveLength(4);
      expect(new Set(calls(talk).map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(arrived(talk)).toHaveLength(1);
      expect(await messageOf(talk)).toMatchObject({ delivery: "sent", deliveryError: null });
    },
  );

  test("for longer than we try: failed, said on the message, and the ticket is back in the inbox", async () => {
    const talk = await replied();
    fail({ match: talk.to, status: 503, times: 99 });
    await send(talk);
    expect(await messageOf(talk)).toMatchObject({ delivery: "failed", deliveryError: "provider-down" });
    expect(await ticketOf(talk)).toMatchObject({ status: "open", waitingOn: "us" });
  });

  test("an answer that never came: tried once more as the same mail", async () => {
    const talk = await replied();
    fail({ match: talk.to, drop: true });
    expect(await send(talk)).toEqual({ tries: 2, done: true });
    expect(arrived(talk)).toHaveLength(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
  });

  test("a mail whose answer was lost is found at Postmark, and not handed over again", async () => {
    const talk = await replied();
    fail({ match: `accept ${talk.to}`, drop: true, times: 9 });
    await send(talk, { retries: 5 });
    await send(talk, { retries: 5 });
    expect(calls(talk)).toHaveLength(1);
    expect(arrived(talk)).toHaveLength(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent", deliveryError: null });
  });

  test("one that Postmark never confirms and does not find is tried once more as the same mail, then unknown", async () => {
    const talk = await replied();
    fail({ match: talk.to, drop: true, times: 9 });
    await send(talk, { retries: 5 });
    await send(talk, { retries: 5 });
    expect(calls(talk)).toHaveLength(2);
    expect(new Set(calls(talk).map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "unknown", deliveryError: "no-answer" });
  });
});

describe("what no retry can mend", () => {
  test.each([
    [
      "an address that bounced before",
      "suppressed",
      (talk: Replied) => void sandbox.state.mail.suppressed.add(talk.to),
    ],
    ["a request it refuses", "refused", (talk: Replied) => void fail({ match: talk.to, status: 422 })],
  ])("%s: one call, and the reason is shown", async (_, reason, arrange) => {
    const talk = await replied();
    arrange(talk);
    await send(talk);
    expect(calls(talk)).toHaveLength(1);
    expect(arrived(talk)).toHaveLength(0);
    expect(await messageOf(talk)).toMatchObject({ delivery: "failed", deliveryError: reason });
    expect(await ticketOf(talk)).toMatchObject({ status: "open", waitingOn: "us" });
  });

  test("sending it again makes a new mail with an id of its own", async () => {
    const talk = await replied();
    sandbox.state.mail.suppressed.add(talk.to);
    await send(talk);
    sandbox.state.mail.suppressed.delete(talk.to);
    await resendMessage(talk.ticket, talk.messageId, by(talk));
    expect(await messageOf(talk)).toMatchObject({ delivery: "queued", deliveryError: null });
    expect(await ticketOf(talk)).toMatchObject({ waitingOn: "customer" });
    await deliver({ workspaceId: talk.workspace.id, messageId: talk.messageId });
    await send(talk);
    const mails = await mailsOf(talk);
    expect(mails.map(({ state }) => state)).toEqual(["failed", "sent"]);
    expect(new Set(mails.map(({ internetId }) => internetId)).size).toBe(2);
    expect(arrived(talk)).toHaveLength(1);
  });

  test("a message that did not fail can't be sent again", async () => {
    const talk = await replied();
    await expect(resendMessage(talk.ticket, talk.messageId, by(talk))).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await mailsOf(talk)).toHaveLength(1);
  });

  test("pressed five times at once, it is sent again once", async () => {
    const talk = await replied();
    sandbox.state.mail.suppressed.add(talk.to);
    await send(talk);
    const presses = await Promise.allSettled(
      Array.from({ length: 5 }, () => resendMessage(talk.ticket, talk.messageId, by(talk))),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("after the app was removed nothing leaves", async () => {
    const talk = await replied();
    await db.store.update({
      where: { workspaceId_id: { workspaceId: talk.workspace.id, id: talk.store.id } },
      data: { uninstalledAt: now() },
    });
    await send(talk);
    expect(calls(talk)).toHaveLength(0);
    expect(await messageOf(talk)).toMatchObject({ delivery: "failed", deliveryError: "uninstalled" });
  });
});

describe("a process that died while sending", () => {
  /** The row as a worker leaves it that is killed between claiming and answering. */
  const died = async (talk: Replied, attempts: number, claimedUntil: Date) => {
    const { workspaceId, id } = await newestMail(talk);
    await db.outgoingMail.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { state: "sending", attempts, claimedUntil },
    });
  };

  test("while its claim lasts nobody else sends, and the job stays to be tried again", async () => {
    const talk = await replied();
    await died(talk, 1, later(now(), 30_000));
    expect(await send(talk, { retries: 2 })).toEqual({ tries: 3, done: false });
    expect(calls(talk)).toHaveLength(0);
  });

  test("after that it is sent once more, with the same Message-ID", async () => {
    const talk = await replied();
    await died(talk, 1, later(now(), -1));
    await send(talk);
    expect(calls(talk)).toHaveLength(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
  });

  test("with its tries used up it is shown as unknown, not left in the middle", async () => {
    const talk = await replied();
    await died(talk, 2, later(now(), -1));
    await send(talk);
    expect(calls(talk)).toHaveLength(0);
    expect(await newestMail(talk)).toMatchObject({ state: "unknown" });
    expect(await messageOf(talk)).toMatchObject({ delivery: "unknown" });
  });

  test("tries that certainly sent nothing do not count against the one that is left", async () => {
    const talk = await replied();
    fail({ match: talk.to, status: 503, times: 4 });
    fail({ match: talk.to, drop: true });
    expect(await send(talk)).toEqual({ tries: 6, done: true });
    expect(arrived(talk)).toHaveLength(1);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
  });
});

describe("hostile words", () => {
  test("line breaks in subject and sender stay inside one header, one recipient", async () => {
    const talk = await makeConversation();
    const { workspaceId } = talk.ticket;
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId, id: talk.ticket.id } },
      data: { subject: "Byte\r\nBcc: everyone@evil.example\u2028X: y" },
    });
    await db.brand.update({
      where: { workspaceId_id: { workspaceId, id: talk.store.brand.id } },
      data: { senderName: 'Björk" <evil@evil.example>,\r\nBcc: "x' },
    });
    await makeMessage(talk.ticket, { kind: "note", delivery: null });
    const { lastMessageId } = await db.ticket.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: talk.ticket.id } },
    });
    const { messageId } = await replyToTicket(
      talk.ticket,
      writtenReply(talk, "Hej", { seen: lastMessageId }),
    );
    await deliver({ workspaceId, messageId });
    const whole = { ...talk, messageId, to: talk.customer.email ?? "" };
    await send(whole);
    const [mail] = arrived(whole);
    expect(mail?.subject).not.toMatch(/[\r\n\u2028]/);
    expect(mail?.from.email).toBe("mail@samla.example");
    expect(mail?.to).toHaveLength(1);
    expect([...(mail?.cc ?? []), ...(mail?.bcc ?? [])]).toEqual([]);
    expect(mail?.headers.map(({ name }) => name)).not.toContain("Bcc");
  });
});
