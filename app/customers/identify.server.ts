// Who wrote? By proof first, then by address, then by the order they name. Runs inside the intake's transaction and lock.
import type { Tx } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { tidyName } from "./customer.ts";
import { customerAt, takeAddress } from "./contacts.server.ts";
import type { Judged } from "./identity.ts";
import { customerOfOrder } from "./order-of-sender.server.ts";

export interface Identified {
  customerId: string;
  judged: Judged;
  /** judged other-account: the address of the customer who was signed in */
  accountAddress: string | null;
}

export interface Writer {
  name: string;
  address: string;
  /** the app proxy's signature vouches for it */
  shopifyCustomerId: string | null;
  /** the order they say it is about */
  orderName?: string | null;
}

/**
 * Finds or makes the customer a sender is.
 * A Shopify id here comes from the app proxy's signature. A proven link says who is signed in; an unknown one is
 * only a claim until Shopify has been asked (job confirm-identity), or a shopper could type a stranger's
 * address and be taken for them.
 */
export async function identifyCustomer(
  tx: Tx,
  from: { workspaceId: string; storeId: string },
  writer: Writer,
  locale: string | null,
): Promise<Identified> {
  const { workspaceId } = from;
  // In the order a merge of customers moves them.
  const atAddress = await customerAt(tx, workspaceId, writer.address);
  const signedIn = writer.shopifyCustomerId ? await provenLink(tx, from, writer.shopifyCustomerId) : null;
  if (signedIn) {
    const { customerId } = signedIn;
    if (atAddress === customerId) return { customerId, judged: "signed-in", accountAddress: null };
    const { email } = await tx.customer.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: customerId } },
      select: { email: true },
    });
    return { customerId, judged: "other-account", accountAddress: email };
  }
  const claim = { judged: "address", accountAddress: null } as const;
  if (atAddress) return { customerId: atAddress, ...claim };
  const ofOrder = writer.orderName ? await customerOfOrder(tx, from, writer.address, writer.orderName) : null;
  if (ofOrder) await takeAddress(tx, { workspaceId, value: writer.address, customerId: ofOrder });
  return { customerId: ofOrder ?? (await makeCustomer(tx, workspaceId, writer, locale)), ...claim };
}

/**
 * The customer who is signed in as this Shopify customer, with no address to go by: the one they are tied to by proof,
 * else a new one, tied now: the signature is the proof.
 */
export async function customerOfAccount(
  tx: Tx,
  account: { workspaceId: string; storeId: string; shopifyId: string },
  { name, locale }: { name: string; locale: string | null },
): Promise<string> {
  const { workspaceId, storeId, shopifyId } = account;
  const known = await provenLink(tx, account, shopifyId);
  if (known) return known.customerId;
  const id = newId();
  await tx.customer.create({ data: { workspaceId, id, name: tidyName(name, "?"), locale } });
  await tx.shopifyCustomer.deleteMany({ where: { workspaceId, storeId, shopifyId } });
  await tx.shopifyCustomer.create({ data: { ...account, customerId: id, proof: "proxy" } });
  return id;
}

/** Nobody moves it to another customer before this transaction ends. */
export async function provenLink(
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  shopifyId: string,
): Promise<{ customerId: string } | null> {
  const [link] = await tx.$queryRaw<{ customerId: string }[]>`
    SELECT "customerId" FROM "ShopifyCustomer"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND "shopifyId" = ${shopifyId}
      AND proof <> 'order' FOR SHARE`;
  return link ?? null;
}

async function makeCustomer(
  tx: Tx,
  workspaceId: string,
  { name: written, address }: Writer,
  locale: string | null,
): Promise<string> {
  const id = newId();
  const name = tidyName(written, address.split("@")[0] ?? address);
  await tx.customer.create({ data: { workspaceId, id, name, email: address, locale } });
  await takeAddress(tx, { workspaceId, value: address, customerId: id });
  return id;
}
