// Whose orders a page may show: of a ticket's customer in the ticket's store, or of a customer in one of our stores.
import { normaliseEmail } from "../../customers/customer.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { isId } from "../../lib/id.ts";
import type { Owner } from "../theirs.ts";

export interface OwnerInStore extends Owner {
  workspaceId: string;
  store: { id: string; name: string; shopDomain: string };
}

interface Ref {
  workspaceId: string;
  id: string;
}

const STORE = { id: true, name: true, shopDomain: true } as const;
const CUSTOMER = {
  email: true,
  contacts: { where: { kind: "email", removedAt: null }, select: { value: true }, take: 20 },
  shopify: { select: { storeId: true, shopifyId: true }, take: 50 },
} as const;

/** Throws not-found. */
export async function ownerAtTicket({ workspaceId, id }: Ref): Promise<OwnerInStore> {
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { shopifyOrderId: true, store: { select: STORE }, customer: { select: CUSTOMER } },
  });
  if (!ticket) throw new AppError("not-found");
  const { store, shopifyOrderId, customer } = ticket;
  return { workspaceId, store, shopifyOrderId, ...knownAs(customer, store) };
}

/** In the store their latest conversation is with, where nobody says which; null for somebody who never wrote. */
export async function latestStoreOf({ workspaceId, id }: Ref): Promise<string | undefined> {
  const ticket = await db.ticket.findFirst({
    where: { workspaceId, customerId: id },
    select: { storeId: true },
    orderBy: { lastMessageAt: "desc" },
  });
  return ticket?.storeId;
}

/** Throws not-found, also for a store of another workspace. */
export async function ownerInStore(
  { workspaceId, id }: Ref,
  storeId: string | undefined,
): Promise<OwnerInStore> {
  if (!isId(storeId)) throw new AppError("not-found");
  const [store, customer] = await Promise.all([
    db.store.findUnique({ where: { workspaceId_id: { workspaceId, id: storeId } }, select: STORE }),
    db.customer.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: CUSTOMER }),
  ]);
  if (!store || !customer) throw new AppError("not-found");
  return { workspaceId, store, shopifyOrderId: null, ...knownAs(customer, store) };
}

interface CustomerRow {
  email: string | null;
  contacts: { value: string }[];
  shopify: { storeId: string; shopifyId: string }[];
}

function knownAs(customer: CustomerRow | null, store: { id: string }) {
  const written = [customer?.email, ...(customer?.contacts ?? []).map(({ value }) => value)];
  const emails = written.map(normaliseEmail).filter((email) => email !== null);
  return {
    emails: [...new Set(emails)],
    shopifyIds: (customer?.shopify ?? [])
      .filter(({ storeId }) => storeId === store.id)
      .map(({ shopifyId }) => shopifyId),
  };
}
