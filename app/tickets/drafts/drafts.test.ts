// Drafts on the server: nothing begun is lost, nothing is overwritten unseen, and what was sent is no draft any more.
import { expect, test } from "vitest";
import { makeAgent, makeConversation, makeTicket } from "../../../tests/factories.ts";
import { writtenReply } from "../../../tests/replied.ts";
import { makeUpload } from "../../../tests/uploads.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { sweepUploads } from "../../files/uploads.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readFilter } from "../filter.ts";
import { listTickets } from "../list.server.ts";
import { mergeIn } from "../merge.server.ts";
import { replyToTicket } from "../reply.server.ts";
import { takeBack } from "../undo.server.ts";
import { readDrafts } from "./kept.server.ts";
import { discardDraft, saveDraft, type SavedDraft } from "./save.server.ts";
import { sweepDrafts } from "./sweep.server.ts";

type Talk = Awaited<ReturnType<typeof makeConversation>>;

const draft = (given: Partial<SavedDraft> = {}): SavedDraft => ({
  mode: "reply",
  html: "<p>Hej</p><p></p><p>Ebba</p>",
  recipients: null,
  fileIds: [],
  forwardedId: null,
  actions: [],
  requestKey: newId(),
  revision: 0,
  ...given,
});
const draftsOf = ({ ticket, agent }: Talk) => readDrafts(db, ticket, agent);

test("a draft comes back as it was, is each agent's own, and one mode's", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const file = await makeUpload(by);
  const recipients = { to: [{ name: "Bo", address: "bo@example.com" }], cc: [], bcc: [] };
  const given = draft({ fileIds: [file.id, newId()], recipients });
  expect(await saveDraft(talk.ticket, given, { by })).toEqual({ revision: 1 });
  await saveDraft(talk.ticket, draft({ mode: "note", html: "<p>tyst</p>" }), { by });
  const [reply, note] = (await draftsOf(talk)).sort((a, b) => b.mode.localeCompare(a.mode));
  expect(reply).toMatchObject({ html: given.html, recipients, requestKey: given.requestKey, revision: 1 });
  expect(reply?.files.map(({ id }) => id)).toEqual([file.id]);
  expect(note).toMatchObject({ mode: "note", html: "<p>tyst</p>", recipients: null });
  expect(await readDrafts(db, talk.ticket, await makeAgent(talk.workspace))).toEqual([]);
});

test("lists tell whose draft it is that they have one, and nobody else", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const colleague = await makeAgent(talk.workspace);
  const said = async (agent: { id: string }, query: string) => {
    const { rows } = await listTickets(talk.workspace, agent, readFilter(new URLSearchParams(query)), null);
    return rows.map(({ draft }) => draft);
  };
  await saveDraft(talk.ticket, draft(), { by });
  await saveDraft(talk.ticket, draft({ mode: "note" }), { by });
  expect(await said(by, "view=all")).toEqual([true]);
  expect(await said(by, `view=all&q=${talk.ticket.number}`)).toEqual([true]);
  expect(await said(colleague, "view=all")).toEqual([false]);
  await discardDraft(talk.ticket, { mode: "note", revision: 1 }, { by });
  expect(await said(by, "view=all")).toEqual([true]);
  await discardDraft(talk.ticket, { mode: "reply", revision: 1 }, { by });
  expect(await said(by, "view=all")).toEqual([false]);
});

test("who saves on top of an older one is told what is newer, and nothing is overwritten", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const first = draft();
  await saveDraft(talk.ticket, first, { by });
  await saveDraft(talk.ticket, { ...first, html: "<p>nyare</p>", revision: 1 }, { by });
  const stale = { ...first, html: "<p>äldre</p>", revision: 1 };
  await expect(saveDraft(talk.ticket, stale, { by })).rejects.toMatchObject({
    code: "draft-newer",
    detail: { draft: { html: "<p>nyare</p>", revision: 2 } },
  });
  await expect(discardDraft(talk.ticket, { mode: "reply", revision: 1 }, { by })).rejects.toMatchObject({
    code: "draft-newer",
  });
  // Only the answer was lost.
  expect(await saveDraft(talk.ticket, { ...first, html: "<p>nyare</p>", revision: 1 }, { by })).toEqual({
    revision: 2,
  });
  await discardDraft(talk.ticket, { mode: "reply", revision: 2 }, { by });
  await discardDraft(talk.ticket, { mode: "reply", revision: 2 }, { by });
  expect(await draftsOf(talk)).toEqual([]);
});

test("what is sent is no draft any more, not even for a save that comes late, and is one again when taken back", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const kept = draft();
  await saveDraft(talk.ticket, kept, { by });
  const { html, requestKey } = kept;
  const reply = writtenReply(talk, "", { html, requestKey, seen: talk.message.id });
  const { messageId } = await replyToTicket(talk.ticket, reply);
  expect(await draftsOf(talk)).toEqual([]);
  await expect(saveDraft(talk.ticket, { ...kept, revision: 1 }, { by })).rejects.toMatchObject({
    code: "already-sent",
  });
  await saveDraft(talk.ticket, draft({ html: "<p>P.S.</p>" }), { by });
  await takeBack(talk.ticket, messageId, { by });
  const [back, ...more] = await draftsOf(talk);
  expect(more).toEqual([]);
  expect(back).toMatchObject({ html: `${kept.html}<p>P.S.</p>`, revision: 2 });
});

test("a merge brings drafts along, below what was written on the survivor", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const into = await makeTicket(talk.store, { customerId: talk.customer.id });
  await saveDraft(talk.ticket, draft({ html: "<p>två</p>" }), { by });
  await saveDraft(talk.ticket, draft({ mode: "note", html: "<p>tyst</p>" }), { by });
  await saveDraft(into, draft({ html: "<p>ett</p>" }), { by });
  await db.$transaction((tx) => mergeIn(tx, talk.ticket, into, { by: SYSTEM }));
  const moved = await readDrafts(db, into, by);
  expect(moved.map(({ html }) => html).sort()).toEqual(["<p>ett</p><p>två</p>", "<p>tyst</p>"]);
  expect(await draftsOf(talk)).toEqual([]);
});

test("a draft's files stay as long as it does, and both go when nobody has touched it for thirty days", async () => {
  const talk = await makeConversation();
  const { workspaceId } = talk.ticket;
  const [held, loose] = [await makeUpload(talk.agent), await makeUpload(talk.agent)];
  await db.file.updateMany({ where: { workspaceId }, data: { createdAt: later(now(), -3 * DAY) } });
  await saveDraft(talk.ticket, draft({ fileIds: [held.id] }), { by: talk.agent });
  await sweepUploads();
  await sweepDrafts();
  const left = () => db.file.findMany({ where: { workspaceId }, select: { id: true } });
  expect(await left()).toEqual([{ id: held.id }]);
  expect(loose.id).not.toBe(held.id);
  await db.draft.updateMany({ where: { workspaceId }, data: { updatedAt: later(now(), -31 * DAY) } });
  await sweepDrafts();
  expect(await left()).toEqual([]);
  expect(await draftsOf(talk)).toEqual([]);
});
