// The customer card: who Shopify says this is. Never throws for Shopify's sake; the page must not wait for it.
import { askShopify, ShopifyUnavailable, type ShopifyAnswer } from "../clients/shopify-admin.server.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { CUSTOMER_BY_EMAIL, CUSTOMER_BY_ID, type CustomerNode } from "./customer.graphql.ts";
import { adminUrl, presentOrder } from "./order-row.ts";
import type { CardCustomer, CustomerCard } from "./profile.ts";

/** The card of a ticket's customer, from the ticket's own store. Throws only not-found. */
export async function readCustomerCard(ref: { workspaceId: string; id: string }): Promise<CustomerCard> {
  const { workspaceId, id } = ref;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { store: { select: { id: true, shopDomain: true } }, customer: { include: { shopify: true } } },
  });
  if (!ticket) throw new AppError("not-found");
  const { store, customer } = ticket;
  if (!customer) return { state: "none" };
  const shopifyId = customer.shopify.find((link) => link.storeId === store.id)?.shopifyId ?? null;
  try {
    const answer = await ask(store.shopDomain, shopifyId, customer.email);
    if (!answer?.data) return { state: "none" };
    return { state: "found", customer: present(answer.data, store.shopDomain), withheld: answer.withheld };
  } catch (error) {
    if (error instanceof ShopifyUnavailable) return { state: "problem", problem: error.problem };
    throw error;
  }
}

async function ask(
  shop: string,
  shopifyId: string | null,
  email: string | null,
): Promise<ShopifyAnswer<CustomerNode | null> | null> {
  if (shopifyId) {
    const id = `gid://shopify/Customer/${shopifyId}`;
    const { data, withheld } = await askShopify<{ customer: CustomerNode | null }>(shop, CUSTOMER_BY_ID, {
      id,
    });
    return { data: data.customer, withheld };
  }
  if (!email) return null;
  const { data, withheld } = await askShopify<{ customerByIdentifier: CustomerNode | null }>(
    shop,
    CUSTOMER_BY_EMAIL,
    { email },
  );
  return { data: data.customerByIdentifier, withheld };
}

const present = (node: CustomerNode, shop: string): CardCustomer => ({
  name:
    [node.firstName, node.lastName].filter(Boolean).join(" ") || node.defaultEmailAddress?.emailAddress || "",
  email: node.defaultEmailAddress?.emailAddress ?? null,
  phone: node.defaultPhoneNumber?.phoneNumber ?? null,
  spent: node.amountSpent,
  numberOfOrders: Number(node.numberOfOrders),
  customerSince: node.createdAt,
  adminUrl: adminUrl(shop, `customers/${node.legacyResourceId}`),
  orders: (node.orders?.nodes ?? []).map((order) => presentOrder(order, shop)),
});
