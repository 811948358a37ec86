// What a macro does to a ticket besides its text, and how that is undone.
import { z } from "zod";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { HOUR, later, now } from "../../lib/clock.ts";
import { assignIn, unassignIn } from "../assignment.server.ts";
import { setDepartmentIn } from "../department.server.ts";
import { MOST_ON_TICKET } from "../label.ts";
import { addLabelIn, removeLabelIn } from "../labelling.server.ts";
import { closeIn, reopenIn } from "../lifecycle.server.ts";
import { lockTicket } from "../lock.server.ts";
import { setPriorityIn } from "../priority.server.ts";
import { snoozeIn, wakeIn } from "../snooze.server.ts";
import { mayWakeAt } from "../snooze.ts";
import type { Priority, TicketRef } from "../ticket.ts";
import { actionSchema, type MacroAction } from "./macro.ts";

const step = z.union([
  z.object({ do: z.literal("reopen") }),
  z.object({ do: z.literal("wake") }),
  z.object({ do: z.literal("snooze-until"), until: z.iso.datetime() }),
]);
/** What takes an action back. */
export type UndoStep = MacroAction | z.infer<typeof step>;

/** Reads steps from a request or an event; throws nothing, returns null for what are none. */
export const readSteps = (stored: unknown): UndoStep[] | null => {
  const read = z
    .array(z.union([step, actionSchema]))
    .max(20)
    .safeParse(stored);
  return read.success ? read.data : null;
};

type By = { by: { id: string } };

/** Does them now. Returns what would undo them. */
export const applyActions = (ticket: TicketRef, actions: UndoStep[], { by }: By): Promise<UndoStep[]> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    return applyActionsIn(tx, ticket, actions, { by });
  });

/**
 * The same in the caller's transaction, the ticket locked. Only what changes something is done and undone; what a
 * macro names and is gone by now (a label, an agent) is passed over: nobody's answer waits for that.
 */
export async function applyActionsIn(
  tx: Tx,
  ticket: TicketRef,
  actions: UndoStep[],
  { by }: By,
): Promise<UndoStep[]> {
  const undo: UndoStep[] = [];
  for (const one of actions) {
    const before = await stateOf(tx, ticket);
    try {
      if (await doIn(tx, ticket, one, by)) undo.unshift(undoOf(one, before));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return undo;
}

async function doIn(tx: Tx, ticket: TicketRef, one: UndoStep, agent: { id: string }): Promise<boolean> {
  const by = { by: { kind: "agent", id: agent.id } } as const;
  switch (one.do) {
    case "add-label":
      return (await hasRoom(tx, ticket)) && addLabelIn(tx, ticket, one.labelId, by);
    case "remove-label":
      return removeLabelIn(tx, ticket, one.labelId, by);
    case "assign":
      if (!one.agentId) return unassignIn(tx, ticket, by);
      return assignIn(tx, ticket, one.agentId === "me" ? agent.id : one.agentId, by);
    case "priority":
      return setPriorityIn(tx, ticket, one.priority, by);
    case "department":
      return setDepartmentIn(tx, ticket, one.departmentId, by);
    case "snooze":
      return snoozeIn(tx, ticket, later(now(), one.hours * HOUR), by);
    case "snooze-until":
      if (!mayWakeAt(new Date(one.until), now())) return reopenIn(tx, ticket, by);
      return snoozeIn(tx, ticket, new Date(one.until), by);
    case "close":
      return closeIn(tx, ticket, by);
    case "reopen":
      return reopenIn(tx, ticket, by);
    case "wake":
      return wakeIn(tx, ticket, by);
  }
}

type State = Awaited<ReturnType<typeof stateOf>>;

const stateOf = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { status: true, snoozedUntil: true, assigneeId: true, priority: true, departmentId: true },
  });

function undoOf(one: UndoStep, before: State): UndoStep {
  switch (one.do) {
    case "add-label":
      return { do: "remove-label", labelId: one.labelId };
    case "remove-label":
      return { do: "add-label", labelId: one.labelId };
    case "assign":
      return { do: "assign", agentId: before.assigneeId };
    case "priority":
      return { do: "priority", priority: before.priority as Priority };
    case "department":
      return { do: "department", departmentId: before.departmentId };
    default:
      if (before.status === "closed") return { do: "close" };
      if (before.snoozedUntil) return { do: "snooze-until", until: before.snoozedUntil.toISOString() };
      return { do: one.do === "close" ? "reopen" : "wake" };
  }
}

async function hasRoom(tx: Tx, { workspaceId, id: ticketId }: TicketRef): Promise<boolean> {
  return (await tx.ticketLabel.count({ where: { workspaceId, ticketId } })) < MOST_ON_TICKET;
}
