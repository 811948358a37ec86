// A customer named an order: is there one, and is it theirs? Shopify knows; nobody is told whose it is otherwise.
import { askShopify } from "../clients/shopify-admin.server.ts";
import { normaliseEmail } from "../customers/customer.ts";
import { orderNamed } from "../customers/order-of-sender.server.ts";
import { db, type Tx } from "../db.server.ts";
import { ORDERS_BY_NAME, type NamedOrder } from "./order.graphql.ts";

/**
 * Links a ticket to the order it names when that order was placed with the sender's own address.
 * Throws while Shopify is away: the job tries again.
 */
export async function linkOrder({
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
  if (!message) return;
  const { ticket, fromAddress: address, customerId } = message;
  const isCustomers = customerId !== null && customerId === ticket.customerId;
  if (!address || !isCustomers || !ticket.orderName || ticket.shopifyOrderId) return;
  const { store, orderName } = ticket;
  const place = { workspaceId, storeId: store.id };
  const mirrored = await orderNamed(db, place, orderName);
  const order = mirrored ? kept(mirrored) : await findOrder(store.shopDomain, orderName);
  if (!order || normaliseEmail(order.email) !== address) return;
  await db.$transaction(async (tx) => {
    await tx.ticket.updateMany({
      where: { workspaceId, id: ticket.id, orderName, shopifyOrderId: null },
      data: { shopifyOrderId: order.id },
    });
    if (order.customer) await linkCustomer(tx, { ...place, customerId, address }, order.customer);
  });
}

/** What there is to know of it without asking Shopify. */
const kept = ({ shopifyId, shopifyCustomerId, email }: NonNullable<Mirrored>): FoundOrder => ({
  id: `gid://shopify/Order/${shopifyId}`,
  email,
  customer: shopifyCustomerId ? { legacyResourceId: shopifyCustomerId } : null,
});

type Mirrored = Awaited<ReturnType<typeof orderNamed>>;

type FoundOrder = Pick<NamedOrder, "id" | "email"> & {
  customer: { legacyResourceId: string; verifiedEmail?: boolean; defaultEmailAddress?: AtShopify } | null;
};
type AtShopify = NonNullable<NamedOrder["customer"]>["defaultEmailAddress"];

/** A quote would end the search's own; a name Shopify writes has none. */
async function findOrder(shopDomain: string, name: string): Promise<NamedOrder | undefined> {
  const { data } = await askShopify<{ orders: { nodes: NamedOrder[] } }>(shopDomain, ORDERS_BY_NAME, {
    query: `name:"${name.replace(/["\\]/g, "")}"`,
  });
  return data.orders.nodes.find((order) => bare(order.name) === bare(name));
}

const bare = (name: string): string => name.replace(/^#/, "").toLowerCase();

/**
 * Who placed the order at Shopify is the person with its address here: "email" where Shopify saw that the address is
 * that customer's, else "order", which helps to find them and proves nothing when they are signed in.
 * Neither says who wrote the mail: that stays a claim (docs/decisions/009-identity-is-asked-not-assumed.md).
 */
async function linkCustomer(
  tx: Tx,
  person: { workspaceId: string; storeId: string; customerId: string; address: string },
  customer: NonNullable<FoundOrder["customer"]>,
): Promise<void> {
  const { address, ...row } = person;
  const atShopify = normaliseEmail(customer.defaultEmailAddress?.emailAddress);
  const proof = customer.verifiedEmail && atShopify === address ? "email" : "order";
  await tx.shopifyCustomer.createMany({
    data: [{ ...row, shopifyId: customer.legacyResourceId, proof }],
    skipDuplicates: true,
  });
}
