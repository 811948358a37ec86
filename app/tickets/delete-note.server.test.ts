// A note is deleted by who wrote it: out of sight at once, back while that is offered, then gone from everything.
import { expect, test } from "vitest";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { db } from "../db.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { now, later, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { listBell } from "../notifications/bell.server.ts";
import { roleOf } from "../team/roles.ts";
import { deleteNote, eraseNote, restoreNote } from "./delete-note.server.ts";
import { KEPT } from "./deleted-note.ts";
import { addNote } from "./note.server.ts";
import { replyToTicket } from "./reply.server.ts";
import { readTicket } from "./thread.server.ts";

async function noted() {
  const talk = await makeConversation();
  const anna = await makeAgent(talk.workspace, { name: "Anna" });
  const { workspaceId } = talk.ticket;
  const upload = newId();
  await db.file.create({
    data: {
      ...{ workspaceId, id: upload, uploadedById: anna.id, key: newId(), name: "hemlig.pdf" },
      ...{ contentType: "application/pdf", size: 1 },
    },
  });
  const html = `<p><span data-mention="${talk.agent.id}">@x</span> kunden heter Zlatomir</p>`;
  const { messageId } = await addNote(talk.ticket, {
    ...{ by: anna, html, fileIds: [upload], requestKey: newId() },
  });
  await react(talk.ticket);
  const ref = { workspaceId, messageId };
  return { ...talk, anna, messageId, ref };
}
const by = ({ id, role }: { id: string; role: string | null }) => ({ by: { id, role: roleOf(role) } });
type Noted = Awaited<ReturnType<typeof noted>>;

/** What a worker does about all that happened. */
async function react({ workspaceId, id }: { workspaceId: string; id: string }) {
  const events = await db.event.findMany({ where: { workspaceId, ticketId: id }, orderBy: { id: "asc" } });
  for (const { id: eventId } of events) await onTicketEvent({ workspaceId, eventId });
}
const shown = ({ workspace, ticket, agent }: Noted) => readTicket(workspace, ticket, agent);
const isFound = async ({ workspace, ticket }: Noted) => {
  const [row] = await db.$queryRaw<[{ found: boolean }?]>`
    SELECT words @@ to_tsquery('simple', 'zlatomir') AS found FROM "SearchDocument"
    WHERE "workspaceId" = ${workspace.id}::uuid AND "ticketId" = ${ticket.id}::uuid`;
  return row?.found;
};
const timePasses = ({ workspace, messageId }: Noted) =>
  db.message.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: messageId } },
    data: { deletedAt: later(now(), -KEPT - SECOND) },
  });

test("a deleted note is out of the thread and the bell at once, and says who deleted it", async () => {
  const talk = await noted();
  await deleteNote(talk.ticket, talk.messageId, by(talk.anna));
  await deleteNote(talk.ticket, talk.messageId, by(talk.anna));
  const { messages, events } = await shown(talk);
  expect(messages.map(({ kind }) => kind)).toEqual(["inbound"]);
  expect(events.map(({ type, actorName }) => [type, actorName])).toEqual([["note-deleted", "Anna"]]);
  expect((await listBell(talk.workspace, talk.agent, null)).items[0]?.text).toBeNull();
  await replyToTicket(talk.ticket, writtenReply(talk, "Hej", { seen: talk.message.id }));
});

test("until it is too late it comes back whole; a job that comes meanwhile leaves it alone", async () => {
  const talk = await noted();
  const before = (await shown(talk)).messages;
  await deleteNote(talk.ticket, talk.messageId, by(talk.anna));
  await eraseNote(talk.ref);
  await restoreNote(talk.ticket, talk.messageId, by(talk.anna));
  await eraseNote(talk.ref);
  const files = ({ files: [file] }: (typeof before)[number]) => file?.name;
  expect((await shown(talk)).messages.map(files)).toEqual(before.map(files));
  await deleteNote(talk.ticket, talk.messageId, by(talk.anna));
  await timePasses(talk);
  await expect(restoreNote(talk.ticket, talk.messageId, by(talk.anna))).rejects.toMatchObject({
    code: "cannot-undo",
  });
});

test("then its words, files and whom it named are gone from everything", async () => {
  const talk = await noted();
  const { workspaceId } = talk.ticket;
  expect(await isFound(talk)).toBe(true);
  await deleteNote(talk.ticket, talk.messageId, by(talk.anna));
  await timePasses(talk);
  await eraseNote(talk.ref);
  await eraseNote(talk.ref);
  await react(talk.ticket);
  expect(await isFound(talk)).toBe(false);
  const where = { workspaceId, messageId: talk.messageId };
  expect(await db.message.count({ where: { workspaceId, id: talk.messageId } })).toBe(0);
  expect(await db.file.count({ where: { workspaceId } })).toBe(0);
  expect(await db.notification.count({ where: { workspaceId } })).toBe(0);
  expect(await db.outgoingMail.count({ where })).toBe(0);
  const [added] = await db.event.findMany({ where: { workspaceId, type: "note-added" } });
  expect(added?.data).toEqual({ messageId: talk.messageId });
});

test("only its author and those who lead may; what was said to the customer cannot be deleted at all", async () => {
  const talk = await noted();
  const colleague = await makeAgent(talk.workspace, { role: "support" });
  const manager = await makeAgent(talk.workspace, { role: "manager" });
  const refused = (agent: { id: string; role: string | null }, id: string, code: string) =>
    expect(deleteNote(talk.ticket, id, by(agent))).rejects.toMatchObject({ code });
  await refused(colleague, talk.messageId, "forbidden");
  await refused(manager, talk.message.id, "not-found");
  const reply = await replyToTicket(talk.ticket, writtenReply(talk, "Hej", { seen: talk.messageId }));
  await refused(talk.agent, reply.messageId, "not-found");
  await deleteNote(talk.ticket, talk.messageId, by(manager));
});
