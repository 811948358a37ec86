import { expect, test } from "vitest";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { assignTicket, unassignTicket } from "./assignment.server.ts";

const by = { by: SYSTEM };

const assigneeOf = async ({ workspaceId, id }: { workspaceId: string; id: string }) =>
  (await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } })).assigneeId;

const eventsOf = async ({ workspaceId, id }: { workspaceId: string; id: string }) => {
  const rows = await db.event.findMany({ where: { workspaceId, ticketId: id }, orderBy: { id: "asc" } });
  return rows.map(({ type }) => type);
};

test("a ticket is given and taken back, each written down once however often it is asked", async () => {
  const { ticket, agent } = await makeConversation();
  await assignTicket(ticket, agent.id, by);
  await assignTicket(ticket, agent.id, by);
  expect(await assigneeOf(ticket)).toBe(agent.id);
  await unassignTicket(ticket, by);
  await unassignTicket(ticket, by);
  expect(await assigneeOf(ticket)).toBeNull();
  expect(await eventsOf(ticket)).toEqual(["assigned", "unassigned"]);
});

test.each([
  ["another workspace's agent", async () => (await makeConversation()).agent.id],
  ["nobody", async () => newId()],
  [
    "somebody without a role",
    async (workspace: { id: string }) => (await makeAgent(workspace, { role: null })).id,
  ],
  [
    "somebody retired",
    async (workspace: { id: string }) => (await makeAgent(workspace, { retiredAt: now() })).id,
  ],
])("it can't be given to %s", async (_, agentId) => {
  const { ticket, workspace } = await makeConversation();
  await expect(assignTicket(ticket, await agentId(workspace), by)).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await assigneeOf(ticket)).toBeNull();
});

test("a reference to another workspace's ticket changes nothing there", async () => {
  const [mine, theirs] = [await makeConversation(), await makeConversation()];
  await assignTicket({ workspaceId: mine.workspace.id, id: theirs.ticket.id }, mine.agent.id, by).catch(
    () => undefined,
  );
  expect(await assigneeOf(theirs.ticket)).toBeNull();
  expect(await eventsOf(theirs.ticket)).toEqual([]);
});
