// Finds customers of a store at Shopify. Never throws for Shopify's sake: addresses can be typed as well.
import { askShopify, ShopifyUnavailable } from "../clients/shopify-admin.server.ts";
import { normaliseEmail } from "./customer.ts";
import { CUSTOMER_SEARCH, type FoundNode } from "./customer.graphql.ts";
import { searchWords, type CustomerHits } from "./search.ts";

const MOST = 8;

/** The customers that match what was typed, the latest changed first. */
export async function searchCustomers(shopDomain: string, typed: string): Promise<CustomerHits> {
  const query = searchWords(typed);
  if (!query) return { state: "found", customers: [] };
  try {
    const { data } = await askShopify<{ customers: { nodes: FoundNode[] } }>(shopDomain, CUSTOMER_SEARCH, {
      query,
      first: MOST,
    });
    return { state: "found", customers: data.customers.nodes.map(present) };
  } catch (error) {
    if (error instanceof ShopifyUnavailable) return { state: "problem", problem: error.problem };
    throw error;
  }
}

const present = (node: FoundNode) => {
  const email = normaliseEmail(node.defaultEmailAddress?.emailAddress);
  return {
    shopifyId: node.id.split("/").at(-1) ?? "",
    // Shopify shows the address of customers without a name.
    name: node.displayName.includes("@") ? "" : node.displayName,
    email,
    orders: Number(node.numberOfOrders),
  };
};
