// Which order a conversation is about, asked of Shopify when an answer names it.
import { askShopify } from "../clients/shopify-admin.server.ts";
import {
  ORDER_TO_TELL,
  ORDERS_OF_ADDRESS,
  ORDERS_OF_CUSTOMER,
  type ToldNode,
} from "./order-to-tell.graphql.ts";
import { tellOrder, type OrderToTell } from "./order-to-tell.ts";

export interface AboutOrder {
  shopDomain: string;
  /** Shopify confirmed it, and whose it is */
  shopifyOrderId: string | null;
  /** as the customer wrote it, whoever's it is */
  orderName: string | null;
  customer: { shopifyId: string | null; email: string | null };
}

/**
 * The order that was confirmed; else the customer's own one of that name; else their latest when none was named.
 * "other": they named one that is not theirs, and hear nothing of it. Throws ShopifyUnavailable.
 */
export async function findOrderToTell(about: AboutOrder): Promise<OrderToTell | "none" | "other"> {
  const { shopDomain, shopifyOrderId, orderName } = about;
  if (shopifyOrderId) {
    const { data } = await askShopify<{ order: ToldNode | null }>(shopDomain, ORDER_TO_TELL, {
      id: shopifyOrderId,
    });
    return data.order ? tellOrder(data.order) : "none";
  }
  const orders = await ordersOf(about);
  const order = orderName ? orders.find(({ name }) => bare(name) === bare(orderName)) : orders[0];
  if (order) return tellOrder(order);
  return orderName ? "other" : "none";
}

async function ordersOf({ shopDomain, customer }: AboutOrder): Promise<ToldNode[]> {
  type Customer = { orders: { nodes: ToldNode[] } | null } | null;
  if (customer.shopifyId) {
    const id = `gid://shopify/Customer/${customer.shopifyId}`;
    const { data } = await askShopify<{ customer: Customer }>(shopDomain, ORDERS_OF_CUSTOMER, { id });
    return data.customer?.orders?.nodes ?? [];
  }
  if (!customer.email) return [];
  const { data } = await askShopify<{ customerByIdentifier: Customer }>(shopDomain, ORDERS_OF_ADDRESS, {
    email: customer.email,
  });
  return data.customerByIdentifier?.orders?.nodes ?? [];
}

const bare = (name: string): string => name.replace(/^#/, "").toLowerCase();
