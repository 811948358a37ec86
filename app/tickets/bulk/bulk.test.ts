import { expect, test } from "vitest";
import { makeAgent, makeConversation, makeTicket } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { DAY, later, now, SECOND } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { listLog } from "../../notifications/bell.server.ts";
import { closeTicket } from "../lifecycle.server.ts";
import { setPriority } from "../priority.server.ts";
import type { Action } from "./action.ts";
import { readBulk, readLatestBulk } from "./progress.server.ts";
import { listRunningBulks } from "./running.server.ts";
import { startBulk, type BulkDraft } from "./start.server.ts";
import { sweepBulks } from "./sweep.server.ts";
import { stopBulk, undoBulk } from "./undo.server.ts";
import { workOff } from "./work.server.ts";

async function many(count: number) {
  const talk = await makeConversation();
  const tickets = [talk.ticket];
  while (tickets.length < count) tickets.push(await makeTicket(talk.store, { customerId: talk.customer.id }));
  const ids = tickets.map(({ id }) => id);
  const start = (action: Action, which: BulkDraft["which"] = { ids }, requestKey = newId()) =>
    startBulk(talk.workspace, { by: talk.agent, requestKey, action, which });
  const progress = (id: string) => readBulk(talk.workspace, talk.agent, id);
  const read = () =>
    db.ticket.findMany({ where: { workspaceId: talk.workspace.id }, orderBy: { number: "asc" } });
  return { ...talk, ids, start, progress, read, by: { kind: "agent", id: talk.agent.id } as const };
}

const CLOSE: Action = { name: "close", args: {} };

test("a few are done at once, one press is one action, and undoing gives back what nobody changed since", async () => {
  const { workspace, agent, ids, start, progress, read, by, ticket } = await many(3);
  const key = newId();
  const other = ids[1] ?? "";
  await setPriority({ workspaceId: workspace.id, id: other }, "high", { by });
  const urgent: Action = { name: "priority", args: { priority: "urgent" } };
  const { bulkId } = await start(urgent, { ids }, key);
  expect((await start(urgent, { ids }, key)).bulkId).toBe(bulkId);
  expect(await progress(bulkId)).toMatchObject({ state: "done", total: 3, counts: { done: 3 } });
  expect((await readLatestBulk(workspace, agent))?.id).toBe(bulkId);
  await setPriority(ticket, "low", { by });
  await undoBulk(workspace, agent, bulkId);
  expect((await read()).map(({ priority }) => priority)).toEqual(["low", "high", "normal"]);
  expect(await progress(bulkId)).toMatchObject({
    state: "undone",
    counts: { undone: 2, kept: 1 },
    troubles: [{ ticketId: ticket.id, reason: "changed" }],
  });
});

test("all that match is settled when it starts, and is gone on with after the worker was killed", async () => {
  const { workspace, agent, start, progress, read, ticket, by } = await many(60);
  await closeTicket(ticket, { by });
  const { bulkId } = await start(CLOSE, { filter: "view=unassigned" });
  expect(await progress(bulkId)).toMatchObject({ state: "waiting", total: 59, all: true });
  const events = () => db.event.count({ where: { workspaceId: workspace.id, type: "closed" } });
  const ref = { workspaceId: workspace.id, bulkId };
  await Promise.all([workOff(ref, { lastTry: false }), workOff(ref, { lastTry: false })]);
  await workOff(ref, { lastTry: false });
  expect(await progress(bulkId)).toMatchObject({ state: "done", counts: { done: 59 } });
  expect(await events()).toBe(60);
  await undoBulk(workspace, agent, bulkId);
  await workOff(ref, { lastTry: false });
  expect((await read()).filter(({ status }) => status === "closed").map(({ id }) => id)).toEqual([ticket.id]);
});

test("stopped, the rest is left alone; what can't be done says why, and the others are done", async () => {
  const { workspace, agent, start, progress, ids, store } = await many(55);
  const { bulkId } = await start(CLOSE);
  await stopBulk(workspace, agent, bulkId);
  expect(await progress(bulkId)).toMatchObject({ state: "done", counts: { unchanged: 55, done: 0 } });
  const [into = "", from = ""] = ids;
  const elsewhere = await makeConversation();
  const merged = await start({ name: "merge", args: { into } }, { ids: [into, from, elsewhere.ticket.id] });
  expect(await progress(merged.bulkId)).toMatchObject({ total: 2, counts: { done: 1, unchanged: 1 } });
  const label = await db.label.create({ data: { workspaceId: store.workspaceId, id: newId(), name: "x" } });
  const labelled = await start({ name: "add-label", args: { labelId: label.id } }, { ids: [into, from] });
  expect(await progress(labelled.bulkId)).toMatchObject({
    counts: { done: 1, failed: 1 },
    troubles: [{ ticketId: from, reason: "merged" }],
  });
  await undoBulk(workspace, agent, merged.bulkId);
  expect(await progress(merged.bulkId)).toMatchObject({ state: "undone", counts: { undone: 1 } });
});

test("an action ends with its agent's access: what was not done by then is not done in their name", async () => {
  const { workspace, agent, start, progress, read } = await many(55);
  const { bulkId } = await start(CLOSE);
  await db.agent.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: agent.id } },
    data: { role: null },
  });
  await workOff({ workspaceId: workspace.id, bulkId }, { lastTry: false });
  expect(await progress(bulkId)).toMatchObject({ state: "done", counts: { unchanged: 55, done: 0 } });
  expect((await read()).every(({ status }) => status === "open")).toBe(true);
});

test("nobody else's action, and nothing of another workspace", async () => {
  const { workspace, start, ids } = await many(2);
  const { bulkId } = await start(CLOSE);
  const colleague = await makeAgent(workspace);
  await expect(undoBulk(workspace, colleague, bulkId)).rejects.toMatchObject({ code: "not-found" });
  const foreign = await makeConversation();
  const by = { by: foreign.agent, requestKey: newId(), action: CLOSE, which: { ids } };
  const { bulkId: empty } = await startBulk(foreign.workspace, by);
  expect(await readBulk(foreign.workspace, foreign.agent, empty)).toMatchObject({ state: "done", total: 0 });
  const assign: Action = { name: "assign", args: { agentId: colleague.id } };
  await expect(
    startBulk(foreign.workspace, { ...by, requestKey: newId(), action: assign }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("those who look after the team see what colleagues do to many, and can stop it; the log says so", async () => {
  const { workspace, agent, start, progress } = await many(55);
  const { bulkId } = await start(CLOSE);
  const manager = { ...(await makeAgent(workspace, { name: "Mona" })), role: "manager" as const };
  const support = { ...(await makeAgent(workspace)), role: "support" as const };
  expect(await listRunningBulks(workspace, support)).toEqual([]);
  expect(await listRunningBulks(workspace, manager)).toMatchObject([
    { id: bulkId, action: "close", agentName: agent.name, total: 55, done: 0 },
  ]);
  await expect(stopBulk(workspace, support, bulkId)).rejects.toMatchObject({ code: "not-found" });
  expect(await stopBulk(workspace, manager, bulkId)).toEqual({ own: false });
  expect(await progress(bulkId)).toMatchObject({ state: "done", counts: { unchanged: 55 } });
  expect(await listRunningBulks(workspace, manager)).toEqual([]);
  expect((await listLog(workspace, null)).items).toMatchObject([
    { type: "bulk-stopped", actorName: "Mona", data: { name: agent.name } },
  ]);
});

test("undoing 'not spam' leaves a ticket whose customer has written since, and says why", async () => {
  const { workspace, agent, ids, start, progress, read, ticket } = await many(2);
  await start({ name: "spam", args: {} });
  const { bulkId } = await start({ name: "not-spam", args: {} }, { ids });
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } },
    data: { lastInboundAt: later(now(), SECOND) },
  });
  await undoBulk(workspace, agent, bulkId);
  expect((await read()).map(({ id, spam }) => [id, spam])).toEqual([
    [ids[0], false],
    [ids[1], true],
  ]);
  expect(await progress(bulkId)).toMatchObject({
    counts: { undone: 1, kept: 1 },
    troubles: [{ ticketId: ticket.id, reason: "wrote-since" }],
  });
});

test("thirty days after it ended an action is forgotten, one that runs never", async () => {
  const { workspace, start, progress } = await many(52);
  const [{ bulkId: old }, { bulkId: stopped }, { bulkId: running }] = [
    await start({ name: "priority", args: { priority: "high" } }),
    await start(CLOSE),
    await start(CLOSE),
  ];
  const ended = { workspaceId: workspace.id, id: { in: [old, stopped] } };
  await db.bulkAction.updateMany({ where: ended, data: { finishedAt: later(now(), -30 * DAY - SECOND) } });
  await db.bulkAction.updateMany({
    where: { ...ended, id: stopped },
    data: { finishedAt: later(now(), -29 * DAY) },
  });
  await sweepBulks();
  await expect(progress(old)).rejects.toMatchObject({ code: "not-found" });
  expect(await db.bulkItem.count({ where: { workspaceId: workspace.id, bulkId: old } })).toBe(0);
  for (const id of [stopped, running]) expect((await progress(id)).total).toBe(52);
});
