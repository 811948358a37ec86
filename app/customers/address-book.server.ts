// One person has several addresses: an agent adds one, or takes one off. It says nothing of who writes from it: that is
// a claim until it is proven.
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { readContact, type ContactKind, type CustomerContact } from "./address-book.ts";
import type { CustomerRef } from "./find.server.ts";
import { lockCustomers } from "./merging/lock.server.ts";

const MOST = 50;

/** The customer's addresses, the main one first. */
export async function readAddressBook({ workspaceId, id }: CustomerRef): Promise<CustomerContact[]> {
  return db.$queryRaw<CustomerContact[]>`
    SELECT p.kind, p.value, p.proof, a.name AS "addedBy",
      (p.value = c.email OR p.value = c.phone) IS TRUE AS main
    FROM "ContactPoint" p
    JOIN "Customer" c ON c."workspaceId" = p."workspaceId" AND c.id = p."customerId"
    LEFT JOIN "Agent" a ON a."workspaceId" = p."workspaceId" AND a.id = p."addedById"
    WHERE p."workspaceId" = ${workspaceId}::uuid AND p."customerId" = ${id}::uuid AND p."removedAt" IS NULL
    ORDER BY main DESC, p.kind, p."createdAt", p.value LIMIT ${MOST}`;
}

/** Twice is harmless. Throws invalid for what is no address; taken (detail: whose) for another customer's. */
export const addContact = (
  customer: CustomerRef,
  written: string | undefined,
  { by }: { by: Actor & { kind: "agent" } },
): Promise<void> =>
  changing(customer, written, async (tx, { kind, value }) => {
    const { workspaceId, id: customerId } = customer;
    const before = await contactIn(tx, workspaceId, kind, value);
    if (before && !before.removedAt) {
      if (before.customerId === customerId) return;
      const { id, name } = before.customer;
      throw new AppError("taken", { customer: { id, name } });
    }
    await tx.contactPoint.deleteMany({ where: { workspaceId, kind, value } });
    await tx.contactPoint.create({
      data: { workspaceId, kind, value, customerId, addedById: by.id, createdAt: now() },
    });
    // Somebody who could not be answered can be now.
    await tx.customer.updateMany({
      where: { workspaceId, id: customerId, [kind]: null },
      data: { [kind]: value },
    });
    await tell(tx, customer, "customer-address-added", by);
  });

/** Twice is harmless. Throws invalid for what is no address, and for the main one. */
export const removeContact = (
  customer: CustomerRef,
  written: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  changing(customer, written, async (tx, { kind, value }) => {
    const { workspaceId, id: customerId } = customer;
    const main = await tx.customer.findFirst({ where: { workspaceId, id: customerId, [kind]: value } });
    if (main) throw new AppError("invalid", { fields: ["address"], reason: "main" });
    const { count } = await tx.contactPoint.updateMany({
      where: { workspaceId, kind, value, customerId, removedAt: null },
      data: { removedAt: now() },
    });
    if (count) await tell(tx, customer, "customer-address-removed", by);
  });

/** What was taken off is back as it was, proof and all. Throws taken when it is somebody else's by now. */
export const restoreContact = (
  customer: CustomerRef,
  written: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  changing(customer, written, async (tx, { kind, value }) => {
    const { workspaceId, id: customerId } = customer;
    const { count } = await tx.contactPoint.updateMany({
      where: { workspaceId, kind, value, customerId, removedAt: { not: null } },
      data: { removedAt: null },
    });
    if (count) return tell(tx, customer, "customer-address-added", by);
    const there = await contactIn(tx, workspaceId, kind, value);
    if (there?.customerId !== customerId) throw new AppError("taken");
  });

/** As for a message from it that comes in just now: one at a time. */
const changing = (
  customer: CustomerRef,
  written: string | undefined,
  change: (tx: Tx, contact: { kind: ContactKind; value: string }) => Promise<void>,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const contact = readContact(written);
    if (!contact) throw new AppError("invalid", { fields: ["address"] });
    await holdLock(tx, `intake:${customer.workspaceId}:${contact.value}`);
    await lockCustomers(tx, customer.workspaceId, [customer.id]);
    await change(tx, contact);
  });

const contactIn = (tx: Tx, workspaceId: string, kind: ContactKind, value: string) =>
  tx.contactPoint.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind, value } },
    select: { customerId: true, removedAt: true, customer: { select: { id: true, name: true } } },
  });

/** The address itself is not kept in the log: it goes when the customer is forgotten. */
async function tell(
  tx: Tx,
  { workspaceId, id: customerId }: CustomerRef,
  type: "customer-address-added" | "customer-address-removed",
  by: Actor,
): Promise<void> {
  await recordEvent(tx, workspaceId, { type, by, data: { customerId } });
  await enqueue(tx, "index-customer", { workspaceId, customerId });
}
