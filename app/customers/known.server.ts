import { db } from "../db.server.ts";
import type { CustomerRef } from "./find.server.ts";
import type { KnownCustomer } from "./known.ts";

/** What we know of a customer that was found. */
export async function readKnown({ workspaceId, id }: CustomerRef): Promise<KnownCustomer> {
  const { createdAt, ...customer } = await db.customer.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, name: true, email: true, phone: true, locale: true, createdAt: true },
  });
  return { ...customer, firstSeen: createdAt.toISOString() };
}
