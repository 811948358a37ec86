import { askShopify, type ShopifyAnswer } from "../../clients/shopify-admin.server.ts";
import {
  CUSTOMER_BY_EMAIL,
  CUSTOMER_BY_ID,
  CUSTOMER_BY_PHONE,
  type CustomerAnswer,
  type CustomerNode,
} from "../customer.graphql.ts";
import type { InStore } from "./whose.server.ts";

export type Answer = ShopifyAnswer<CustomerNode | null>;

/** The customer with this number in their shop. Throws ShopifyUnavailable. */
export const askById = (shopDomain: string, shopifyId: string): Promise<Answer> =>
  ask(shopDomain, CUSTOMER_BY_ID, { id: `gid://shopify/Customer/${shopifyId}` });

/**
 * Who somebody is in a store: by what they proved, else by their addresses, else by their telephone numbers; the first
 * whom Shopify knows. Null when there is nothing to ask by. Throws ShopifyUnavailable.
 */
export async function askFor({ store, shopifyIds, emails, phones }: InStore): Promise<Answer | null> {
  const [proven] = shopifyIds;
  if (proven) return askById(store.shopDomain, proven);
  const questions: [string, Record<string, string>][] = [
    ...emails.map((email): [string, Record<string, string>] => [CUSTOMER_BY_EMAIL, { email }]),
    ...phones.map((phone): [string, Record<string, string>] => [CUSTOMER_BY_PHONE, { phone }]),
  ];
  let answer: Answer | null = null;
  for (const [query, variables] of questions) {
    answer = await ask(store.shopDomain, query, variables);
    if (answer.data) break;
  }
  return answer;
}

async function ask(shopDomain: string, query: string, variables: Record<string, string>): Promise<Answer> {
  const { data, withheld } = await askShopify<CustomerAnswer>(shopDomain, query, variables);
  const addressesV2 = data.beside?.addressesV2 ?? null;
  return { data: data.customer && { ...data.customer, addressesV2 }, withheld };
}
