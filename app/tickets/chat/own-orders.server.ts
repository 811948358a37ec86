import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { TicketRef } from "../ticket.ts";
import type { Card } from "./card.ts";

/** An order is shown only to somebody who has proven whose it is. Throws invalid ({ field }) otherwise. */
export async function demandOwnOrders({ workspaceId, id }: TicketRef, cards: Card[]): Promise<void> {
  if (!cards.some(({ kind }) => kind === "order")) return;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { identity: true },
  });
  if (ticket?.identity !== "verified") throw new AppError("invalid", { field: "cards" });
}
