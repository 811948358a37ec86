import { askShopify, type ShopifyAnswer } from "../../clients/shopify-admin.server.ts";
import {
  CUSTOMER_BY_EMAIL,
  CUSTOMER_BY_ID,
  type CustomerAnswer,
  type CustomerNode,
} from "../customer.graphql.ts";

export type Answer = ShopifyAnswer<CustomerNode | null>;

/** The customer with this number in their shop. Throws ShopifyUnavailable. */
export const askById = (shopDomain: string, shopifyId: string): Promise<Answer> =>
  ask(shopDomain, CUSTOMER_BY_ID, { id: `gid://shopify/Customer/${shopifyId}` });

/** The customer with this address. Throws ShopifyUnavailable. */
export const askByEmail = (shopDomain: string, email: string): Promise<Answer> =>
  ask(shopDomain, CUSTOMER_BY_EMAIL, { email });

async function ask(shopDomain: string, query: string, variables: Record<string, string>): Promise<Answer> {
  const { data, withheld } = await askShopify<CustomerAnswer>(shopDomain, query, variables);
  const addressesV2 = data.beside?.addressesV2 ?? null;
  return { data: data.customer && { ...data.customer, addressesV2 }, withheld };
}
