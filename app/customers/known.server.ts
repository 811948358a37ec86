import { db } from "../db.server.ts";
import { storesOfCustomer } from "./around.server.ts";
import type { CustomerRef } from "./find.server.ts";
import type { KnownCustomer } from "./known.ts";

/** What we know of a customer that was found. */
export async function readKnown(customer: CustomerRef): Promise<KnownCustomer> {
  const { workspaceId, id } = customer;
  const [{ createdAt, ...row }, stores] = await Promise.all([
    db.customer.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id } },
      select: { id: true, name: true, email: true, phone: true, locale: true, createdAt: true },
    }),
    storesOfCustomer(customer),
  ]);
  return { ...row, firstSeen: createdAt.toISOString(), stores };
}
