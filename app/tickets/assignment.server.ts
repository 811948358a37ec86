// Who answers. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { changeIn } from "./change.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Gives the ticket to an agent of the same workspace. Throws not-found for anybody else. */
export async function assignIn(
  tx: Tx,
  ticket: TicketRef,
  agentId: string,
  { by }: { by: Actor },
): Promise<boolean> {
  const { workspaceId } = ticket;
  const agent = await tx.agent.findFirst({
    where: { workspaceId, id: agentId, retiredAt: null, role: { not: null } },
    select: { name: true },
  });
  if (!agent) throw new AppError("not-found");
  const somebodyElses = { OR: [{ assigneeId: null }, { assigneeId: { not: agentId } }] };
  const assigned = await changeIn(tx, ticket, somebodyElses, { assigneeId: agentId });
  const data = { agentId, name: agent.name };
  if (assigned) await recordTicketEvent(tx, ticket, { type: "assigned", by, data });
  return assigned;
}

/** Takes the ticket from whoever has it. */
export async function unassignIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const taken = await changeIn(tx, ticket, { assigneeId: { not: null } }, { assigneeId: null });
  if (taken) await recordTicketEvent(tx, ticket, { type: "unassigned", by });
  return taken;
}

export const assignTicket = (ticket: TicketRef, agentId: string, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => assignIn(tx, ticket, agentId, by));

export const unassignTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => unassignIn(tx, ticket, by));
