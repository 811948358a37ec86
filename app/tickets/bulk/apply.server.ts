// One ticket of many: the verb itself, and what undoing it will need.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../../db.server.ts";
import { archiveIn, restoreIn } from "../archive.server.ts";
import { assignIn, unassignIn } from "../assignment.server.ts";
import { addLabelIn, removeLabelIn } from "../labelling.server.ts";
import { closeIn, reopenIn } from "../lifecycle.server.ts";
import { mergeIn } from "../merge.server.ts";
import { setPriorityIn } from "../priority.server.ts";
import { markReadIn, markUnreadIn } from "../reading.server.ts";
import { snoozeIn } from "../snooze.server.ts";
import { markSpamIn, restoreFromSpamIn } from "../spam.server.ts";
import type { TicketRef } from "../ticket.ts";
import type { Action } from "./action.ts";
import type { Found } from "./before.ts";

export type AgentActor = { kind: "agent"; id: string };

/** Does it. Returns whether anything changed, and beside the ticket's own state what undoing must know. */
export async function applyIn(
  tx: Tx,
  ticket: TicketRef,
  { action, by }: { action: Action; by: AgentActor },
): Promise<{ changed: boolean; also?: Prisma.InputJsonObject }> {
  switch (action.name) {
    case "assign":
      return { changed: await assignIn(tx, ticket, action.args.agentId, { by }) };
    case "unassign":
      return { changed: await unassignIn(tx, ticket, { by }) };
    case "add-label":
      return { changed: await addLabelIn(tx, ticket, action.args.labelId, { by }) };
    case "remove-label":
      return { changed: await removeLabelIn(tx, ticket, action.args.labelId, { by }) };
    case "priority":
      return { changed: await setPriorityIn(tx, ticket, action.args.priority, { by }) };
    case "close":
      return { changed: await closeIn(tx, ticket, { by }) };
    case "reopen":
      return { changed: await reopenIn(tx, ticket, { by }) };
    case "snooze":
      return { changed: await snoozeIn(tx, ticket, new Date(action.args.until), { by }) };
    case "archive":
      return { changed: await archiveIn(tx, ticket, { by }) };
    case "restore":
      return { changed: await restoreIn(tx, ticket, { by }) };
    case "spam":
      return { changed: await markSpamIn(tx, ticket, { by }) };
    case "not-spam":
      return { changed: await restoreFromSpamIn(tx, ticket, { by }) };
    case "read":
      return { changed: await markReadIn(tx, ticket, by) };
    case "unread":
      return { changed: await markUnreadIn(tx, ticket, by) };
    case "merge":
      return merge(tx, ticket, action.args.into, by);
  }
}

async function merge(tx: Tx, ticket: TicketRef, into: string, by: AgentActor) {
  if (ticket.id === into) return { changed: false };
  return { changed: true, also: await mergeIn(tx, ticket, { id: into }, { by }) };
}

/** The tickets as they are, each with how far this agent has read it. Locked until the transaction ends. */
export function findLocked(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  agentId: string,
): Promise<(Found & { id: string })[]> {
  return tx.$queryRaw`
    SELECT t.id, t.status, t.priority, t.spam, t."snoozedUntil", t."archivedAt", t."closedAt", t."assigneeId",
           t."mergedIntoId", t."lastInboundAt",
           (SELECT r."readAt" FROM "TicketRead" r WHERE r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id
              AND r."agentId" = ${agentId}::uuid) AS "readAt"
    FROM "Ticket" t
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ANY(${ids}::uuid[])
    ORDER BY t.id FOR NO KEY UPDATE OF t`;
}
