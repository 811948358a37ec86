// Who wrote? By proof first, then by address. Runs inside the intake's transaction and lock.
import type { Tx } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { tidyName, type Identity } from "./customer.ts";

export interface Identified {
  customerId: string;
  identity: Identity;
}

/**
 * Finds or makes the customer a sender is.
 * A Shopify id here comes from the app proxy's signature. A known link proves the person; an unknown one is
 * only a claim until Shopify has been asked (job confirm-identity), or a shopper could type a stranger's
 * address and be taken for them.
 */
export async function identifyCustomer(
  tx: Tx,
  from: { workspaceId: string; storeId: string },
  sender: { name: string; address: string; shopifyCustomerId: string | null },
  locale: string | null,
): Promise<Identified> {
  const { workspaceId } = from;
  const proven = sender.shopifyCustomerId ? await linkedCustomer(tx, from, sender.shopifyCustomerId) : null;
  const byAddress = await customerAt(tx, workspaceId, sender.address);
  if (proven) {
    const same = byAddress === proven.customerId;
    return { customerId: proven.customerId, identity: same ? "verified" : "mismatch" };
  }
  if (byAddress) return { customerId: byAddress, identity: "claimed" };
  return { customerId: await makeCustomer(tx, workspaceId, sender, locale), identity: "claimed" };
}

/** The customer an e-mail address (normalised) belongs to; null for nobody's, and for no address. */
export async function customerAt(
  tx: Tx,
  workspaceId: string,
  address: string | null,
): Promise<string | null> {
  if (!address) return null;
  const contact = await tx.contactPoint.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: "email", value: address } },
    select: { customerId: true },
  });
  return contact?.customerId ?? null;
}

/** All e-mail addresses of a customer. */
export async function addressesOf(tx: Tx, workspaceId: string, customerId: string): Promise<string[]> {
  const contacts = await tx.contactPoint.findMany({
    where: { workspaceId, customerId, kind: "email" },
    select: { value: true },
  });
  return contacts.map((contact) => contact.value);
}

const linkedCustomer = (
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  shopifyId: string,
) =>
  tx.shopifyCustomer.findUnique({
    where: { workspaceId_storeId_shopifyId: { workspaceId, storeId, shopifyId } },
    select: { customerId: true },
  });

async function makeCustomer(
  tx: Tx,
  workspaceId: string,
  sender: { name: string; address: string },
  locale: string | null,
): Promise<string> {
  const id = newId();
  const name = tidyName(sender.name, sender.address.split("@")[0] ?? sender.address);
  await tx.customer.create({ data: { workspaceId, id, name, email: sender.address, locale } });
  await tx.contactPoint.create({
    data: { workspaceId, kind: "email", value: sender.address, customerId: id },
  });
  return id;
}
