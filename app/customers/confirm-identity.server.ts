// A signed-in shopper typed an address: is it theirs? Shopify knows.
import { askShopify } from "../clients/shopify-admin.server.ts";
import { db, type Tx } from "../db.server.ts";
import { customerAt, proveAddress, takeAddress } from "./contacts.server.ts";
import { judgeIdentity, normaliseEmail } from "./customer.ts";
import { CUSTOMER_EMAIL } from "./customer.graphql.ts";
import { settleIdentity } from "./settle-identity.server.ts";

/** Links the customer when Shopify confirms the address, marks the ticket a mismatch when it denies it. Throws while Shopify is away: the job tries again. */
export async function confirmIdentity({
  workspaceId,
  messageId,
}: {
  workspaceId: string;
  messageId: string;
}): Promise<void> {
  const message = await db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    include: { ticket: { include: { store: true } } },
  });
  if (!message?.shopifyId || !message.customerId || isSettled(message.judged)) return;
  const { store } = message.ticket;
  const id = `gid://shopify/Customer/${message.shopifyId}`;
  const { data } = await askShopify<{
    customer: { defaultEmailAddress: { emailAddress: string | null } | null } | null;
  }>(store.shopDomain, CUSTOMER_EMAIL, { id });
  const atShopify = normaliseEmail(data.customer?.defaultEmailAddress?.emailAddress);
  const identity = judgeIdentity(message.fromAddress, atShopify);
  if (identity === "claimed") return;
  const verified = identity === "verified";
  await db.$transaction(async (tx) => {
    if (verified && message.fromAddress) {
      const { shopifyId } = message;
      await link(tx, { workspaceId, storeId: store.id, shopifyId: shopifyId ?? "" }, message.fromAddress);
    }
    await tx.message.updateMany({
      where: { workspaceId, id: messageId },
      data: verified
        ? { judged: "shopify-address", accountAddress: null }
        : { judged: "other-account", accountAddress: atShopify },
    });
    // "Verified" is said of the whole ticket: not when somebody unproven wrote in it too.
    await settleIdentity(tx, { workspaceId, id: message.ticketId });
  });
}

/** Known when it came, or asked already. */
const isSettled = (judged: string | null): boolean => judged === "signed-in" || judged === "shopify-address";

/**
 * The customer with this address is the one who was signed in. Whom they were tied to by proof stays theirs; an address
 * that is nobody's here is new of that one.
 */
async function link(
  tx: Tx,
  account: { workspaceId: string; storeId: string; shopifyId: string },
  address: string,
): Promise<void> {
  const { workspaceId, storeId, shopifyId } = account;
  const known = await tx.shopifyCustomer.findUnique({
    where: { workspaceId_storeId_shopifyId: account },
    select: { customerId: true, proof: true },
  });
  const proven = known && known.proof !== "order" ? known.customerId : null;
  const customerId = (await customerAt(tx, workspaceId, address)) ?? proven;
  if (!customerId) return;
  await takeAddress(tx, { workspaceId, value: address, customerId });
  await proveAddress(tx, { workspaceId, value: address, customerId }, "shopify");
  if (proven) return;
  await tx.shopifyCustomer.deleteMany({ where: { workspaceId, storeId, shopifyId } });
  await tx.shopifyCustomer.create({ data: { ...account, customerId, proof: "proxy" } });
}
