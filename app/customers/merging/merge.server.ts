// Two customers turn out to be one person: all that hangs on one moves to the other, and stays known for undoing.
// docs/decisions/034-who-it-is.md
import type { Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { isId, newId } from "../../lib/id.ts";
import { forgetCopies, lockCustomers } from "./lock.server.ts";
import { moveTickets } from "./move-tickets.server.ts";
import { taking, type CustomerMergeRefusal, type Moved } from "./moved.ts";

/** More than this nobody has who is one person; and it bounds the transaction. */
const MOST_TICKETS = 10_000;
const MOST_MESSAGES = 50_000;
const LIMIT = 60 * SECOND;

interface Wish {
  from: string | undefined;
  into: string | undefined;
  /** the survivor gets the other's name */
  keepOthersName: boolean;
}

/**
 * Merges a customer into another of the same workspace. Throws not-found, cannot-merge (detail.reason) for itself, for
 * what is merged already and for what is too much. Returns what undoes it.
 */
export const mergeCustomers = (
  workspace: { id: string },
  { from: fromId, into: intoId, keepOthersName }: Wish,
  { by }: { by: Actor },
): Promise<{ mergeId: string }> =>
  db.$transaction(
    async (tx) => {
      if (!isId(fromId) || !isId(intoId)) throw new AppError("not-found");
      return mergeIn(tx, { workspaceId: workspace.id, fromId, intoId }, keepOthersName, { by });
    },
    { timeout: LIMIT },
  );

/** The same in the caller's transaction. It throws before it writes anything. */
export async function mergeIn(
  tx: Tx,
  ids: Ids,
  keepOthersName: boolean,
  { by }: { by: Actor },
): Promise<{ mergeId: string }> {
  const { workspaceId, fromId, intoId } = ids;
  const { from, into } = await bothOf(tx, ids);
  await refuseTooMuch(tx, ids);
  const took = taking(into, from, keepOthersName);
  const moved: Moved = { ...(await move(tx, ids)), took };
  const taken = Object.fromEntries(Object.entries(took).map(([field, { after }]) => [field, after]));
  await tx.customer.updateMany({ where: { workspaceId, id: intoId }, data: taken });
  await tx.customer.updateMany({ where: { workspaceId, id: fromId }, data: { mergedIntoId: intoId } });
  return { mergeId: await keep(tx, ids, moved, by) };
}

interface Ids {
  workspaceId: string;
  fromId: string;
  intoId: string;
}

async function bothOf(tx: Tx, { workspaceId, fromId, intoId }: Ids) {
  if (fromId === intoId) throw refusal("itself");
  await lockCustomers(tx, workspaceId, [fromId, intoId]);
  const rows = await tx.customer.findMany({ where: { workspaceId, id: { in: [fromId, intoId] } } });
  const from = rows.find(({ id }) => id === fromId);
  const into = rows.find(({ id }) => id === intoId);
  if (!from || !into) throw new AppError("not-found");
  if (from.mergedIntoId || into.mergedIntoId) throw refusal("already-merged");
  return { from, into };
}

const refusal = (reason: CustomerMergeRefusal) => new AppError("cannot-merge", { reason });

/** The addresses first: whoever takes in a mail from one of them right now is waited for, and its ticket moves too. */
async function move(tx: Tx, { workspaceId, fromId, intoId }: Ids): Promise<Omit<Moved, "took">> {
  const contacts = await tx.$queryRaw<Moved["contacts"]>`
    UPDATE "ContactPoint" SET "customerId" = ${intoId}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${fromId}::uuid RETURNING kind, value`;
  const links = await tx.$queryRaw<Moved["links"]>`
    UPDATE "ShopifyCustomer" SET "customerId" = ${intoId}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${fromId}::uuid RETURNING "storeId", "shopifyId"`;
  const tickets = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${fromId}::uuid
    ORDER BY id FOR NO KEY UPDATE`;
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  await moveTickets(tx, workspaceId, ids(tickets), intoId);
  const messages = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Message" SET "customerId" = ${intoId}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${fromId}::uuid RETURNING id`;
  const views = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "SavedView" SET query = replace(query, ${fromId}, ${intoId})
    WHERE "workspaceId" = ${workspaceId}::uuid AND strpos(query, ${fromId}) > 0 RETURNING id`;
  await forgetCopies(tx, workspaceId, [fromId, intoId]);
  return { contacts, links, ticketIds: ids(tickets), messageIds: ids(messages), viewIds: ids(views) };
}

async function refuseTooMuch(tx: Tx, { workspaceId, fromId: customerId }: Ids): Promise<void> {
  const where = { workspaceId, customerId };
  const select = { id: true };
  const [ticket, message] = [
    await tx.ticket.findFirst({ where, select, orderBy: { lastMessageAt: "asc" }, skip: MOST_TICKETS }),
    await tx.message.findFirst({ where, select, orderBy: { createdAt: "asc" }, skip: MOST_MESSAGES }),
  ];
  if (ticket || message) throw refusal("too-large");
}

async function keep(tx: Tx, { workspaceId, fromId, intoId }: Ids, moved: Moved, by: Actor): Promise<string> {
  const id = newId();
  await tx.customerMerge.create({
    data: {
      workspaceId,
      id,
      fromId,
      intoId,
      byId: by.kind === "agent" ? by.id : null,
      moved: moved as unknown as Prisma.InputJsonObject,
      createdAt: now(),
    },
  });
  const data = { mergeId: id, fromId, customerId: intoId, tickets: moved.ticketIds.length };
  await recordEvent(tx, workspaceId, { type: "customers-merged", by, data });
  await enqueue(tx, "index-customer", { workspaceId, customerId: intoId });
  return id;
}
