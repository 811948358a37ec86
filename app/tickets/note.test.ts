// A note is the team's alone: nothing sends it, and it changes nothing for the customer.
import { expect, test } from "vitest";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { addNote } from "./note.server.ts";
import { replyToTicket } from "./reply.server.ts";
import { CHANNELS } from "./ticket.ts";

const ticketRow = ({ workspaceId, id }: { workspaceId: string; id: string }) =>
  db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
const note = (by: { id: string }, html = "<p>Kunden ringde.</p>") => ({
  by,
  html,
  fileIds: [],
  requestKey: newId(),
});

test.each(Object.keys(CHANNELS))(
  "a note on a ticket of %s stays with the team, whatever is tried",
  async (channel) => {
    const talk = await makeConversation();
    const { workspaceId } = talk.ticket;
    const where = { workspaceId_id: { workspaceId, id: talk.ticket.id } };
    const before = await db.ticket.update({ where, data: { channel } });
    const given = note(talk.agent);
    const { messageId } = await addNote(talk.ticket, given);
    expect(await addNote(talk.ticket, given)).toEqual({ messageId });
    await deliver({ workspaceId, messageId });
    expect(await db.outgoingMail.count({ where: { workspaceId } })).toBe(0);
    expect(await ticketRow(talk.ticket)).toEqual(before);
  },
);

test("whom a note names is told once, whoever has left is refused, and oneself is no news", async () => {
  const talk = await makeConversation();
  const { workspaceId } = talk.ticket;
  const anna = await makeAgent(talk.workspace, { name: "Anna" });
  const gone = await makeAgent(talk.workspace, { retiredAt: now() });
  const named = (...ids: string[]) =>
    `<p>${ids.map((id) => `<span data-mention="${id}">@x</span>`).join(" ")} titta</p>`;
  await addNote(talk.ticket, note(talk.agent, named(anna.id, anna.id, talk.agent.id)));
  const told = await db.notification.findMany({ where: { workspaceId, kind: "mention" } });
  expect(told.map(({ agentId }) => agentId)).toEqual([anna.id]);
  for (const id of [gone.id, newId()])
    await expect(addNote(talk.ticket, note(talk.agent, named(id)))).rejects.toMatchObject({
      code: "invalid",
      detail: { reason: "gone", agentIds: [id] },
    });
});

test("a colleague's note stops Send and is shown; the agent's own does not", async () => {
  const talk = await makeConversation();
  const colleague = await makeAgent(talk.workspace, { name: "Anna" });
  const seen = talk.message.id;
  await addNote(talk.ticket, note(talk.agent));
  const { messageId: newest } = await addNote(talk.ticket, note(colleague, "<p>Jag svarar!</p>"));
  await expect(replyToTicket(talk.ticket, writtenReply(talk, "Hej", { seen }))).rejects.toMatchObject({
    code: "thread-moved-on",
    detail: { newest, more: false },
  });
  await replyToTicket(talk.ticket, writtenReply(talk, "Hej", { seen: newest }));
  await addNote(talk.ticket, note(talk.agent));
});
