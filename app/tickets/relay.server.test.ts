import { expect, test } from "vitest";
import { makeAgent, makeMessage } from "../../tests/factories.ts";
import { addedTo, answerTo, arrive, FORGED, notified, type Notified } from "../../tests/notified.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { bringBackHeldAnswer, dismissHeldAnswer, sendHeldAnswer } from "./relay.server.ts";

/** A conversation with an answer that was kept, and somebody who looks at it. */
async function held(text?: string) {
  const talk = await notified();
  await arrive(answerTo(talk, { verdicts: FORGED, ...(text === undefined ? {} : { text }) }));
  const [note] = await addedTo(talk);
  if (!note) throw new Error("nothing was kept");
  return { ...talk, note, looker: await makeAgent(talk.workspace, { name: "Liv Berg" }) };
}

const relayOf = async (talk: Notified & { note: { id: string } }) =>
  (await addedTo(talk)).find(({ id }) => id === talk.note.id)?.relay;

test("sent by the agent who looked, with its files, once however often it is pressed", async () => {
  const talk = await held();
  const { workspace, ticket, note, looker } = talk;
  const [id, key] = [newId(), newId()];
  await db.file.create({
    data: {
      workspaceId: workspace.id,
      id,
      key,
      messageId: note.id,
      name: "a.pdf",
      contentType: "application/pdf",
      size: 3,
    },
  });
  const presses = await Promise.all(
    Array.from({ length: 5 }, () => sendHeldAnswer(ticket, note.id, { by: looker })),
  );
  expect(new Set(presses.map(({ messageId }) => messageId)).size).toBe(1);
  const [kept, sent, ...more] = await addedTo(talk);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ kind: "note", relay: "sent", delivery: null });
  expect(sent).toMatchObject({ kind: "outbound", authorId: looker.id, text: "Hej Nils, vi byter den." });
  expect(sent?.files.map((file) => file.id)).toEqual([id]);
});

test("dismissed, brought back, and then sent after all", async () => {
  const talk = await held();
  const { ticket, note, looker: by } = talk;
  await dismissHeldAnswer(ticket, note.id, { by });
  await dismissHeldAnswer(ticket, note.id, { by });
  expect(await relayOf(talk)).toBe("dismissed");
  await bringBackHeldAnswer(ticket, note.id, { by });
  expect(await relayOf(talk)).toBe("waiting");
  await sendHeldAnswer(ticket, note.id, { by });
  await dismissHeldAnswer(ticket, note.id, { by });
  expect(await relayOf(talk)).toBe("sent");
  const events = await db.event.findMany({
    where: { workspaceId: ticket.workspaceId, type: { startsWith: "answer-" } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ type }) => type)).toEqual(["answer-held", "answer-dismissed", "answer-brought-back"]);
});

test("what has no text of its own can't be sent as it is", async () => {
  const talk = await held("");
  await db.message.updateMany({
    where: { id: talk.note.id, workspaceId: talk.workspace.id },
    data: { relayReason: "empty" },
  });
  await expect(sendHeldAnswer(talk.ticket, talk.note.id, { by: talk.looker })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await addedTo(talk)).toHaveLength(1);
});

test("an ordinary note, a customer's message and another ticket's answer are not there to send", async () => {
  const talk = await held();
  const other = await held();
  const note = await makeMessage(talk.ticket, { kind: "note", delivery: null });
  for (const id of [note.id, talk.message.id, other.note.id, newId(), "x", undefined])
    await expect(sendHeldAnswer(talk.ticket, id, { by: talk.looker })).rejects.toMatchObject({
      code: "not-found",
    });
  expect(await relayOf(other)).toBe("waiting");
});

test("a kept answer cannot be delivered, and the database refuses to make it a message that can", async () => {
  const talk = await held();
  await deliver({ workspaceId: talk.workspace.id, messageId: talk.note.id });
  expect(
    await db.outgoingMail.count({
      where: { workspaceId: talk.workspace.id, toAddress: talk.customer.email ?? "" },
    }),
  ).toBe(0);
  const where = { workspaceId_id: { workspaceId: talk.workspace.id, id: talk.note.id } };
  await expect(db.message.update({ where, data: { kind: "outbound" } })).rejects.toThrow();
});

test("the ticket waits on us while an answer waits", async () => {
  const talk = await notified();
  await db.ticket.updateMany({
    where: { id: talk.ticket.id, workspaceId: talk.workspace.id },
    data: { waitingOn: "customer" },
  });
  await arrive(answerTo(talk, { verdicts: FORGED }));
  expect(await db.ticket.findFirst({ where: { id: talk.ticket.id } })).toMatchObject({
    waitingOn: "us",
    status: "open",
  });
});
