// Mail that could not leave at once: not twice, and not before what was written before it.
import { sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { FailRule } from "../../sandbox/state.ts";
import {
  arrived,
  calls,
  messageOf,
  newestMail,
  replied,
  send,
  writtenReply,
  type Replied,
} from "../../tests/replied.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { handlers } from "../jobs/handlers.server.ts";
import { later, now } from "../lib/clock.ts";
import { replyToTicket } from "../tickets/reply.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "postmark", match: "", times: 1, ...rule });

describe("a mail that waited long", () => {
  const old = async (talk: Replied) => {
    const { workspaceId, id } = await newestMail(talk);
    const data = { createdAt: later(now(), -60 * 60_000) };
    await db.outgoingMail.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    return { workspaceId, id };
  };

  test("and had left before the database was put back from a backup does not leave again", async () => {
    const talk = await replied();
    const { workspaceId, id } = await old(talk);
    await send(talk);
    const before = await newestMail(talk);
    // As the backup has it: nothing tried yet.
    await db.outgoingMail.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { state: "queued", attempts: 0, providerId: null, sentAt: null },
    });
    await db.message.update({
      where: { workspaceId_id: { workspaceId, id: talk.messageId } },
      data: { delivery: "sending" },
    });
    await send(talk);
    expect(calls(talk)).toHaveLength(1);
    expect(await newestMail(talk)).toMatchObject({ state: "sent", providerId: before.providerId });
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
  });

  test("in a queue that stood still leaves once", async () => {
    const talk = await replied();
    await old(talk);
    await send(talk);
    await send(talk);
    expect(arrived(talk)).toHaveLength(1);
  });

  test("is not sent while nobody can say whether it left", async () => {
    const talk = await replied();
    await old(talk);
    fail({ match: "/messages/outbound", status: 503, times: 2 });
    expect(await send(talk)).toEqual({ tries: 3, done: true });
    expect(calls(talk)).toHaveLength(1);
  });
});

test("two replies of one ticket leave in the order they were written, though the first has to wait", async () => {
  const talk = await replied("Ett");
  const second = await replyToTicket(talk.ticket, writtenReply(talk, "Två", { seen: talk.messageId }));
  await deliver({ workspaceId: talk.workspace.id, messageId: second.messageId });
  const after = { ...talk, messageId: second.messageId };
  fail({ match: talk.to, status: 503 });
  const { workspaceId, id: mailId } = await newestMail(after);
  const early = handlers["send-mail"]({ workspaceId, mailId }, { lastTry: false });
  await expect(early).rejects.toThrow("goes first");
  expect(calls(talk)).toHaveLength(0);
  await send(talk);
  await send(after);
  expect(arrived(talk).map(({ textBody }) => textBody.split("\n")[0])).toEqual(["Ett", "Två"]);
});
