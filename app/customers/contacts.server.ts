// Whose an address is. One that was taken off its customer is nobody's (removedAt).
import type { Tx } from "../db.server.ts";
import { now } from "../lib/clock.ts";

/**
 * The customer an e-mail address (normalised) belongs to; null for nobody's, and for no address. Until the transaction
 * ends it stays theirs: who merges two customers waits, or we wait for them.
 */
export async function customerAt(
  tx: Tx,
  workspaceId: string,
  address: string | null,
): Promise<string | null> {
  if (!address) return null;
  const [contact] = await tx.$queryRaw<{ customerId: string }[]>`
    SELECT "customerId" FROM "ContactPoint"
    WHERE "workspaceId" = ${workspaceId}::uuid AND kind = 'email' AND value = ${address} AND "removedAt" IS NULL
    FOR SHARE`;
  return contact?.customerId ?? null;
}

/** All e-mail addresses of a customer. */
export async function addressesOf(tx: Tx, workspaceId: string, customerId: string): Promise<string[]> {
  const contacts = await tx.contactPoint.findMany({
    where: { workspaceId, customerId, kind: "email", removedAt: null },
    select: { value: true },
  });
  return contacts.map((contact) => contact.value);
}

/** An address that is nobody's is theirs from now on, by their own word. */
export async function takeAddress(
  tx: Tx,
  contact: { workspaceId: string; value: string; customerId: string },
): Promise<void> {
  const { workspaceId, value, customerId } = contact;
  await tx.contactPoint.deleteMany({
    where: { workspaceId, kind: "email", value, removedAt: { not: null } },
  });
  await tx.contactPoint.createMany({
    data: [{ workspaceId, kind: "email", value, customerId, createdAt: now() }],
    skipDuplicates: true,
  });
}

/** It turned out to be theirs. What proved it first stays. */
export async function proveAddress(
  tx: Tx,
  contact: { workspaceId: string; value: string; customerId: string },
  proof: "reply" | "shopify",
): Promise<void> {
  const { workspaceId, value, customerId } = contact;
  await tx.contactPoint.updateMany({
    where: { workspaceId, kind: "email", value, customerId, proof: null, removedAt: null },
    data: { proof },
  });
}
