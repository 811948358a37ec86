// One ticket of many gets back what it was, if nobody has changed it since.
import type { Tx } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { archiveIn, restoreIn } from "../archive.server.ts";
import { assignIn, unassignIn } from "../assignment.server.ts";
import { addLabelIn, removeLabelIn } from "../labelling.server.ts";
import { closeIn, reopenIn } from "../lifecycle.server.ts";
import { setPriorityIn } from "../priority.server.ts";
import { snoozeIn, wakeIn } from "../snooze.server.ts";
import { markSpamIn, restoreFromSpamIn } from "../spam.server.ts";
import type { TicketRef } from "../ticket.ts";
import { undoMergeIn } from "../unmerge.server.ts";
import type { Action } from "./action.ts";
import type { AgentActor } from "./apply.server.ts";
import type { Before, Found } from "./before.ts";

/** How long ago a ticket that is archived again may have been archived at the most: seven of thirty days are left. */
const OLDEST_AGAIN = 23 * DAY;

/** False when it was changed since, and so keeps what it has. */
export async function takeBackIn(
  tx: Tx,
  ticket: TicketRef,
  { action, by, before, found }: { action: Action; by: AgentActor; before: Before; found: Found },
): Promise<boolean> {
  switch (action.name) {
    case "assign":
      if (found.assigneeId !== action.args.agentId) return false;
      return before.assigneeId
        ? assignIn(tx, ticket, before.assigneeId, { by })
        : unassignIn(tx, ticket, { by });
    case "unassign":
      return found.assigneeId === null && before.assigneeId
        ? assignIn(tx, ticket, before.assigneeId, { by })
        : false;
    case "add-label":
      return removeLabelIn(tx, ticket, action.args.labelId, { by });
    case "remove-label":
      return addLabelIn(tx, ticket, action.args.labelId, { by });
    case "priority":
      return found.priority === action.args.priority
        ? setPriorityIn(tx, ticket, before.priority, { by })
        : false;
    case "close":
      return found.status === "closed" && (await backToStatus(tx, ticket, before, by));
    case "reopen":
      return found.status === "open" && (await backToStatus(tx, ticket, before, by));
    case "snooze":
      return (
        found.snoozedUntil?.getTime() === Date.parse(action.args.until) &&
        (await backToStatus(tx, ticket, before, by))
      );
    case "archive":
      return restoreIn(tx, ticket, { by });
    case "restore":
      return backToArchive(tx, ticket, before, by);
    case "spam":
      return restoreFromSpamIn(tx, ticket, { by });
    case "not-spam":
      return markSpamIn(tx, ticket, { by });
    case "read":
    case "unread":
      return backToRead(tx, ticket, before, by);
    case "merge":
      await undoMergeIn(tx, ticket.workspaceId, before.mergeId, { by });
      return true;
  }
}

/** A snooze whose time has come meanwhile ends awake. */
async function backToStatus(tx: Tx, ticket: TicketRef, before: Before, by: AgentActor): Promise<boolean> {
  if (before.status === "closed") return closeIn(tx, ticket, { by });
  if (before.status === "snoozed" && before.snoozedUntil && before.snoozedUntil > now())
    return snoozeIn(tx, ticket, before.snoozedUntil, { by });
  return (await reopenIn(tx, ticket, { by })) || (await wakeIn(tx, ticket, { by }));
}

/** Its thirty days go on where they were, with a week at least; not if the customer has written since. */
async function backToArchive(tx: Tx, ticket: TicketRef, before: Before, by: AgentActor): Promise<boolean> {
  const { workspaceId, id } = ticket;
  const since = before.archivedAt ?? now();
  const wrote = await tx.ticket.count({ where: { workspaceId, id, lastInboundAt: { gt: since } } });
  const archived = !wrote && (await archiveIn(tx, ticket, { by }));
  const earliest = later(now(), -OLDEST_AGAIN);
  if (archived && before.archivedAt)
    await tx.ticket.updateMany({
      where: { workspaceId, id },
      data: { archivedAt: before.archivedAt > earliest ? before.archivedAt : earliest },
    });
  return archived;
}

async function backToRead(tx: Tx, ticket: TicketRef, { readAt }: Before, by: AgentActor): Promise<boolean> {
  const where = { workspaceId: ticket.workspaceId, ticketId: ticket.id, agentId: by.id };
  if (readAt) await tx.ticketRead.updateMany({ where, data: { readAt } });
  else await tx.ticketRead.deleteMany({ where });
  return true;
}
