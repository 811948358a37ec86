import { askShopify, type ShopifyAnswer } from "../../clients/shopify-admin.server.ts";
import { CUSTOMER_BY_EMAIL, CUSTOMER_BY_ID, type CustomerNode } from "../customer.graphql.ts";

export type Answer = ShopifyAnswer<CustomerNode | null>;

/** The customer with this number in their shop. Throws ShopifyUnavailable. */
export async function askById(shopDomain: string, shopifyId: string): Promise<Answer> {
  const id = `gid://shopify/Customer/${shopifyId}`;
  const { data, withheld } = await askShopify<{ customer: CustomerNode | null }>(shopDomain, CUSTOMER_BY_ID, {
    id,
  });
  return { data: data.customer, withheld };
}

/** The customer with this address. Throws ShopifyUnavailable. */
export async function askByEmail(shopDomain: string, email: string): Promise<Answer> {
  const { data, withheld } = await askShopify<{ customerByIdentifier: CustomerNode | null }>(
    shopDomain,
    CUSTOMER_BY_EMAIL,
    { email },
  );
  return { data: data.customerByIdentifier, withheld };
}
