// Who answers.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Gives the ticket to an agent of the same workspace. Throws not-found for anybody else. */
export const assignTicket = (ticket: TicketRef, agentId: string, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId } = ticket;
    const agent = await tx.agent.findFirst({
      where: { workspaceId, id: agentId, retiredAt: null, role: { not: null } },
      select: { id: true, name: true },
    });
    if (!agent) throw new AppError("not-found");
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId, id: ticket.id, OR: [{ assigneeId: null }, { assigneeId: { not: agentId } }] },
      data: { assigneeId: agentId },
    });
    if (count)
      await recordTicketEvent(tx, ticket, { type: "assigned", by, data: { agentId, name: agent.name } });
  });

/** Takes the ticket from whoever has it. */
export const unassignTicket = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId: ticket.workspaceId, id: ticket.id, assigneeId: { not: null } },
      data: { assigneeId: null },
    });
    if (count) await recordTicketEvent(tx, ticket, { type: "unassigned", by });
  });
