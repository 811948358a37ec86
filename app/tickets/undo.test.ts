// Undo: until the hold is over a reply can be taken back, and it is as if it had never been sent.
import { callsWith, sandbox } from "../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { makeAgent, makeConversation, makeMessage } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { makeUpload } from "../../tests/uploads.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { replyToTicket } from "./reply.server.ts";
import { takeBack } from "./undo.server.ts";

type Talk = Awaited<ReturnType<typeof makeConversation>>;

const ticketOf = ({ ticket: { workspaceId, id } }: Talk) =>
  db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
const send = async (talk: Talk, text = "Hej Nils!", given = {}) => {
  const seen = (await ticketOf(talk)).lastMessageId;
  return replyToTicket(talk.ticket, writtenReply(talk, text, { seen, ...given }));
};
const by = ({ agent }: Talk) => ({ by: agent });
const messages = ({ ticket: { workspaceId, id } }: Talk) =>
  db.message.findMany({ where: { workspaceId, ticketId: id }, orderBy: { id: "asc" } });

test("a mail is held for ten seconds, and its job waits as long", async () => {
  const talk = await makeConversation();
  const { messageId, holdUntil } = await send(talk);
  const held = (holdUntil?.getTime() ?? 0) - now().getTime();
  expect(held).toBeGreaterThan(8_000);
  expect(held).toBeLessThanOrEqual(10_000);
  const [job] = await db.$queryRaw<{ waits: number }[]>`
    SELECT extract(epoch FROM start_after - created_on)::float AS waits FROM pgboss.job
    WHERE name = 'deliver-message' AND data->>'messageId' = ${messageId}`;
  expect(job?.waits).toBeGreaterThanOrEqual(9.9);
});

test("taking it back gives everything back: words, people, files, and the ticket as it was", async () => {
  const talk = await makeConversation();
  const picture = await makeUpload(talk.agent, { name: "tröja.png", contentType: "image/png" });
  const receipt = await makeUpload(talk.agent);
  const before = await ticketOf(talk);
  const person = (name: string) => ({ name, address: `${name.toLowerCase()}@example.com` });
  const recipients = { to: [person("Nils")], cc: [person("Bo")], bcc: [person("Cleo")] };
  const html = `<p>Hej <strong>Nils</strong></p><img data-file="${picture.id}" alt="Tröjan">`;
  const { messageId } = await send(talk, "", { html, recipients, fileIds: [receipt.id] });
  expect(await ticketOf(talk)).toMatchObject({ waitingOn: "customer", lastMessageId: messageId });

  const back = await takeBack(talk.ticket, messageId, by(talk));
  expect(back.recipients).toEqual(recipients);
  expect(back.html).toMatch(
    new RegExp(
      `^<p>Hej <strong>Nils</strong></p><img src="/files/[^"]+" data-file="${picture.id}" alt="Tröjan" />$`,
    ),
  );
  expect(back.files.map(({ id, inline }) => ({ id, inline }))).toEqual([
    { id: picture.id, inline: true },
    { id: receipt.id, inline: false },
  ]);
  expect(await ticketOf(talk)).toEqual(before);
  expect(await messages(talk)).toHaveLength(1);
  const files = await db.file.findMany({ where: { workspaceId: talk.workspace.id } });
  expect(files.map(({ messageId: of, uploadedById }) => [of, uploadedById])).toEqual([
    [null, talk.agent.id],
    [null, talk.agent.id],
  ]);

  // The job that comes finds nothing, and what was taken back can be sent again.
  await deliver({ workspaceId: talk.workspace.id, messageId });
  expect(callsWith("/email", "nils@example.com")).toHaveLength(0);
  const again = await send(talk, "", { ...back, fileIds: [receipt.id] });
  expect(again.messageId).not.toBe(messageId);
});

test("pressed twenty times at once, it is taken back once, and nothing is handed over", async () => {
  const talk = await makeConversation();
  const { messageId } = await send(talk);
  const presses = await Promise.allSettled(
    Array.from({ length: 20 }, () => takeBack(talk.ticket, messageId, by(talk))),
  );
  expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const undone = await db.event.count({ where: { ticketId: talk.ticket.id, type: "send-undone" } });
  expect(undone).toBe(1);
  expect(callsWith("/email", talk.customer.email ?? "?")).toHaveLength(0);
});

describe("when it is too late", () => {
  test("after the hold it stays sent", async () => {
    const talk = await makeConversation();
    const { messageId } = await send(talk);
    await db.message.update({
      where: { workspaceId_id: { workspaceId: talk.workspace.id, id: messageId } },
      data: { holdUntil: later(now(), -1) },
    });
    await expect(takeBack(talk.ticket, messageId, by(talk))).rejects.toMatchObject({ code: "already-sent" });
    expect(await messages(talk)).toHaveLength(2);
  });

  test("handed over and taken back at the same moment: one of the two, never both", async () => {
    for (let round = 0; round < 8; round++) {
      const talk = await makeConversation();
      const { workspaceId } = talk.ticket;
      const { messageId } = await send(talk);
      const [undone, handed] = await Promise.allSettled([
        takeBack(talk.ticket, messageId, by(talk)),
        deliver({ workspaceId, messageId }),
      ]);
      const mails = await db.outgoingMail.count({ where: { workspaceId, messageId } });
      expect(handed.status).toBe("fulfilled");
      expect(mails).toBe(undone.status === "fulfilled" ? 0 : 1);
      if (undone.status === "rejected") expect(undone.reason).toMatchObject({ code: "already-sent" });
    }
  });

  test("another's reply, another ticket's and one that never was are not to be had", async () => {
    const talk = await makeConversation();
    const other = await makeConversation();
    const { messageId } = await send(talk);
    const colleague = await makeAgent(talk.workspace);
    await expect(takeBack(talk.ticket, messageId, { by: colleague })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const id of [newId(), talk.message.id, "x", undefined])
      await expect(takeBack(talk.ticket, id, by(talk))).rejects.toMatchObject({ code: "not-found" });
    await expect(takeBack(other.ticket, messageId, by(other))).rejects.toMatchObject({ code: "not-found" });
    expect(await messages(talk)).toHaveLength(2);
  });
});

describe("what happened meanwhile", () => {
  test("a message the customer wrote stays, and the ticket still waits on us", async () => {
    const talk = await makeConversation();
    const { messageId } = await send(talk);
    const { id } = await makeMessage(talk.ticket, { text: "Vänta lite!", createdAt: later(now(), 1) });
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId: talk.workspace.id, id: talk.ticket.id } },
      data: { waitingOn: "us" },
    });
    const before = await ticketOf(talk);
    await takeBack(talk.ticket, messageId, by(talk));
    expect(await ticketOf(talk)).toEqual(before);
    expect((await messages(talk)).map((message) => message.id)).toEqual([talk.message.id, id]);
  });

  test("two replies taken back, first to last or last to first, leave the ticket as it was", async () => {
    for (const order of [(ids: string[]) => ids, (ids: string[]) => ids.toReversed()]) {
      const talk = await makeConversation();
      const before = await ticketOf(talk);
      const ids = [(await send(talk, "ett")).messageId, (await send(talk, "två")).messageId];
      for (const messageId of order(ids)) await takeBack(talk.ticket, messageId, by(talk));
      expect(await ticketOf(talk)).toEqual(before);
    }
  });
});

test("nothing of all this reached the provider", () => {
  expect(sandbox.state.calls.filter(({ service }) => service === "postmark")).toHaveLength(0);
});
