// Replies that did not arrive: who finds them, and what an agent can do.
import { sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { makeConversation, makeMessage } from "../../tests/factories.ts";
import { calls, messageOf, replied, send, ticketOf } from "../../tests/replied.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { leaveUndelivered, noteDelivery, resendMessage } from "./delivery.server.ts";
import { wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { noteSuppression } from "./mail-news.server.ts";
import { countUndelivered, listUndelivered } from "./undelivered.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const by = ({ agent }: { agent: { id: string } }) => ({ by: { kind: "agent", id: agent.id } as const });

/** A reply the provider stopped. */
async function stopped() {
  const talk = await replied();
  sandbox.state.mail.suppressed.add(talk.to);
  await send(talk);
  sandbox.state.mail.suppressed.delete(talk.to);
  return talk;
}

test.each([
  ["failed", 0],
  ["bounced", 0],
  ["unknown", 0],
  ["queued", 6 * MINUTE],
  ["sending", 6 * MINUTE],
])("a reply that is %s counts, and is listed with whom it was for and why", async (delivery, age) => {
  const talk = await makeConversation();
  const reason = age ? null : "no-answer";
  const message = await makeMessage(talk.ticket, {
    kind: "outbound",
    delivery,
    deliveryError: reason,
    createdAt: later(now(), -age),
    recipients: {
      to: [{ name: "Bo", address: "bo@example.com" }],
      cc: [{ name: "", address: "c@example.com" }],
    },
  });
  expect(await countUndelivered(talk.workspace)).toBe(1);
  expect(await listUndelivered(talk.workspace)).toMatchObject([
    {
      messageId: message.id,
      ticketId: talk.ticket.id,
      number: "BC-1001",
      to: { name: "Bo", address: "bo@example.com" },
      others: 1,
      state: delivery,
      reason,
      since: message.createdAt.toISOString(),
    },
  ]);
});

test.each([["sent"], ["delivered"], ["queued"], ["sending"]])(
  "one that is %s and new does not",
  async (delivery) => {
    const talk = await makeConversation();
    await makeMessage(talk.ticket, { kind: "outbound", delivery });
    expect(await countUndelivered(talk.workspace)).toBe(0);
    expect(await listUndelivered(talk.workspace)).toEqual([]);
  },
);

test("each workspace sees its own, and the count ends at a hundred", async () => {
  const [talk, other] = [await makeConversation(), await makeConversation()];
  const { workspaceId, id: ticketId } = talk.ticket;
  await db.message.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({
      workspaceId,
      id: crypto.randomUUID(),
      ticketId,
      kind: "outbound",
      channel: "email",
      text: `${n}`,
      delivery: "failed",
      createdAt: now(),
    })),
  });
  expect(await countUndelivered(talk.workspace)).toBe(100);
  expect(await listUndelivered(talk.workspace)).toHaveLength(100);
  expect(await countUndelivered(other.workspace)).toBe(0);
});

describe("the ticket in the list", () => {
  const marked = async ({ workspace, agent }: Awaited<ReturnType<typeof replied>>) =>
    (await listTickets(workspace, agent, wholeView("all"), null)).rows.map(({ undelivered }) => undelivered);

  test("is marked when its reply is lost, and no longer once it went out", async () => {
    const talk = await stopped();
    expect(await marked(talk)).toEqual([true]);
    await resendMessage(talk.ticket, talk.messageId, by(talk));
    expect(await marked(talk)).toEqual([false]);
    // Sent again just now: it has its five minutes.
    expect(await countUndelivered(talk.workspace)).toBe(0);
    await deliver({ workspaceId: talk.workspace.id, messageId: talk.messageId });
    await send(talk);
    expect(await marked(talk)).toEqual([false]);
    expect(await messageOf(talk)).toMatchObject({ delivery: "sent" });
    expect(calls(talk)).toHaveLength(2);
  });

  test("is marked while a reply may be lost, and not once it turns out to have arrived", async () => {
    const talk = await replied();
    const message = { workspaceId: talk.workspace.id, id: talk.messageId };
    await db.$transaction((tx) => noteDelivery(tx, message, "unknown", "no-answer"));
    expect(await marked(talk)).toEqual([true]);
    await db.$transaction((tx) => noteDelivery(tx, message, "delivered", null));
    expect(await marked(talk)).toEqual([false]);
  });
});

test("an agent who leaves it at that takes it off the list, and may still send it again", async () => {
  const talk = await stopped();
  await leaveUndelivered(talk.ticket, talk.messageId, by(talk));
  expect(await countUndelivered(talk.workspace)).toBe(0);
  expect(await ticketOf(talk)).toMatchObject({ undelivered: false });
  expect(await messageOf(talk)).toMatchObject({ delivery: "failed", deliveryError: "suppressed" });
  await resendMessage(talk.ticket, talk.messageId, by(talk));
  expect(await messageOf(talk)).toMatchObject({ delivery: "queued", leftAt: null });
});

test("what arrived can't be left at that", async () => {
  const talk = await replied();
  await send(talk);
  await expect(leaveUndelivered(talk.ticket, talk.messageId, by(talk))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("an address that takes mail again says so on the replies it stopped, in every workspace", async () => {
  const [one, other] = [await stopped(), await stopped()];
  await noteSuppression(one.to, false);
  await noteSuppression(one.to, false);
  expect(await messageOf(one)).toMatchObject({ delivery: "failed", deliveryError: "suppression-lifted" });
  expect(await messageOf(other)).toMatchObject({ deliveryError: "suppressed" });
  await noteSuppression(one.to, true);
  expect(await messageOf(one)).toMatchObject({ deliveryError: "suppressed" });
});
