// Labels on and off one ticket. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { mustExist } from "./change.server.ts";
import { MOST_ON_TICKET, type LabelColor } from "./label.ts";
import { labelNamedIn, type LabelRow } from "./labels.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Puts a label of the same workspace on a ticket. Throws not-found for any other, too-many beyond thirty. */
export async function addLabelIn(
  tx: Tx,
  ticket: TicketRef,
  labelId: string,
  { by }: { by: Actor },
): Promise<boolean> {
  const { workspaceId, id: ticketId } = ticket;
  await mustExist(tx, ticket);
  // Shared lock: it cannot be merged or taken out of use until this is done.
  const [label] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "Label" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${labelId}::uuid
      AND "retiredAt" IS NULL FOR SHARE`;
  if (!label) throw new AppError("not-found");
  const { count } = await tx.ticketLabel.createMany({
    data: { workspaceId, ticketId, labelId, createdAt: now() },
    skipDuplicates: true,
  });
  if (!count) return false;
  if ((await tx.ticketLabel.count({ where: { workspaceId, ticketId } })) > MOST_ON_TICKET)
    throw new AppError("too-many", { most: MOST_ON_TICKET });
  await recordTicketEvent(tx, ticket, { type: "label-added", by, data: { labelId, name: label.name } });
  return true;
}

/** Takes a label off a ticket. */
export async function removeLabelIn(
  tx: Tx,
  ticket: TicketRef,
  labelId: string,
  { by }: { by: Actor },
): Promise<boolean> {
  const { workspaceId, id: ticketId } = ticket;
  await mustExist(tx, ticket);
  const { count } = await tx.ticketLabel.deleteMany({ where: { workspaceId, ticketId, labelId } });
  if (!count) return false;
  const label = await tx.label.findUnique({
    where: { workspaceId_id: { workspaceId, id: labelId } },
    select: { name: true },
  });
  const data = { labelId, name: label?.name ?? "" };
  await recordTicketEvent(tx, ticket, { type: "label-removed", by, data });
  return true;
}

export const addLabel = (ticket: TicketRef, labelId: string, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => addLabelIn(tx, ticket, labelId, by));

export const removeLabel = (ticket: TicketRef, labelId: string, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => removeLabelIn(tx, ticket, labelId, by));

/** Puts the label of this name on a ticket, made for it if there is none. Returns the label. */
export const addLabelNamed = (
  ticket: TicketRef,
  wanted: { name: string; color: LabelColor },
  by: { by: Actor },
): Promise<LabelRow> =>
  db.$transaction(async (tx) => {
    const label = await labelNamedIn(tx, ticket, wanted, by);
    await addLabelIn(tx, ticket, label.id, by);
    return label;
  });
