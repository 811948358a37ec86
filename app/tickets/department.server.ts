// Whose business it is.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { changeIn } from "./change.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Gives a ticket to a department of the same workspace, or to none (null). Throws not-found for any other. */
export async function setDepartmentIn(
  tx: Tx,
  ticket: TicketRef,
  departmentId: string | null,
  { by }: { by: Actor },
): Promise<boolean> {
  const { workspaceId } = ticket;
  const department = departmentId
    ? await tx.department.findFirst({
        where: { workspaceId, id: departmentId, retiredAt: null },
        select: { name: true },
      })
    : null;
  if (departmentId && !department) throw new AppError("not-found");
  const elsewhere = departmentId
    ? { OR: [{ departmentId: null }, { departmentId: { not: departmentId } }] }
    : { departmentId: { not: null } };
  const changed = await changeIn(tx, ticket, elsewhere, { departmentId });
  const data = department ? { departmentId, name: department.name } : {};
  if (changed) await recordTicketEvent(tx, ticket, { type: "department-changed", by, data });
  return changed;
}

export const setDepartment = (
  ticket: TicketRef,
  departmentId: string | null,
  by: { by: Actor },
): Promise<boolean> => db.$transaction((tx) => setDepartmentIn(tx, ticket, departmentId, by));
