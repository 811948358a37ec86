// Two customers are two again: what moved goes back, and what came since from an address that goes back. All else that
// came since stays with the survivor.
import type { CustomerMerge } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { isId } from "../../lib/id.ts";
import { forgetCopies, lockCustomers } from "./lock.server.ts";
import { moveTickets } from "./move-tickets.server.ts";
import { givingBack, readMoved, type CustomerMergeRefusal } from "./moved.ts";

const LIMIT = 60 * SECOND;

/** Undoes it; twice is harmless. Throws not-found, cannot-undo (detail.reason). Returns who is there again. */
export const undoCustomerMerge = (
  workspace: { id: string },
  id: string | undefined,
  { by }: { by: Actor },
): Promise<{ customerId: string }> =>
  db.$transaction(
    async (tx) => {
      if (!isId(id)) throw new AppError("not-found");
      const where = { workspaceId_id: { workspaceId: workspace.id, id } };
      const found = await tx.customerMerge.findUnique({ where, select: { fromId: true, intoId: true } });
      if (!found) throw new AppError("not-found");
      await lockCustomers(tx, workspace.id, [found.fromId, found.intoId]);
      const merge = await tx.customerMerge.findUniqueOrThrow({ where });
      if (!merge.undoneAt) {
        await tx.customerMerge.update({ where, data: { undoneAt: now() } });
        await unmerge(tx, merge, by);
      }
      return { customerId: merge.fromId };
    },
    { timeout: LIMIT },
  );

async function unmerge(tx: Tx, merge: CustomerMerge, by: Actor): Promise<void> {
  const { workspaceId, fromId, intoId } = merge;
  const rows = await tx.customer.findMany({ where: { workspaceId, id: { in: [fromId, intoId] } } });
  const into = rows.find(({ id }) => id === intoId);
  if (!into || rows.find(({ id }) => id === fromId)?.mergedIntoId !== intoId) throw refusal("gone");
  if (into.mergedIntoId) throw refusal("merged-further");
  const { took } = await giveBack(tx, merge);
  await tx.customer.updateMany({ where: { workspaceId, id: intoId }, data: givingBack(into, took) });
  await tx.customer.updateMany({ where: { workspaceId, id: fromId }, data: { mergedIntoId: null } });
  await forgetCopies(tx, workspaceId, [fromId, intoId]);
  const data = { mergeId: merge.id, customerId: fromId, intoId };
  await recordEvent(tx, workspaceId, { type: "customers-unmerged", by, data });
  for (const customerId of [fromId, intoId]) await enqueue(tx, "index-customer", { workspaceId, customerId });
}

const refusal = (reason: CustomerMergeRefusal) => new AppError("cannot-undo", { reason });

/** Only what is still the survivor's: an address may be somebody else's by now. */
async function giveBack(tx: Tx, { workspaceId, fromId, intoId, createdAt, moved: stored }: CustomerMerge) {
  const moved = readMoved(stored);
  const contacts = await tx.$queryRaw<{ kind: string; value: string }[]>`
    UPDATE "ContactPoint" c SET "customerId" = ${fromId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(moved.contacts)}::jsonb) AS m(kind text, value text)
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c.kind = m.kind AND c.value = m.value
      AND c."customerId" = ${intoId}::uuid RETURNING c.kind, c.value`;
  await tx.$executeRaw`
    UPDATE "ShopifyCustomer" l SET "customerId" = ${fromId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(moved.links)}::jsonb) AS m("storeId" uuid, "shopifyId" text)
    WHERE l."workspaceId" = ${workspaceId}::uuid AND l."storeId" = m."storeId" AND l."shopifyId" = m."shopifyId"
      AND l."customerId" = ${intoId}::uuid`;
  const emails = contacts.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const tickets = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Ticket" t
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t."customerId" = ${intoId}::uuid
      AND (t.id = ANY(${moved.ticketIds}::uuid[])
        OR (t."createdAt" > ${createdAt} AND (
          SELECT m."fromAddress" FROM "Message" m
          WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id
          ORDER BY m."createdAt", m.id LIMIT 1) = ANY(${emails}::text[])))
    ORDER BY t.id FOR NO KEY UPDATE`;
  const ticketIds = tickets.map(({ id }) => id);
  await moveTickets(tx, workspaceId, ticketIds, fromId);
  await tx.$executeRaw`
    UPDATE "Message" SET "customerId" = ${fromId}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${intoId}::uuid
      AND (id = ANY(${moved.messageIds}::uuid[])
        OR ("createdAt" > ${createdAt} AND "fromAddress" = ANY(${emails}::text[])))`;
  await tx.$executeRaw`
    UPDATE "SavedView" SET query = replace(query, ${intoId}, ${fromId})
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${moved.viewIds}::uuid[])`;
  return moved;
}
