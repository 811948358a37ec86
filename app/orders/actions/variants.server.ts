// What can be put into an order.
import { wordsForShopify } from "../words-for-shopify.ts";
import type { Acting } from "./acting.server.ts";
import { inOurWords } from "./carry-out.server.ts";
import { VARIANTS } from "./order.graphql.ts";
import { asAgent } from "./read-order.server.ts";

export interface FoundVariant {
  /** numeric */
  id: string;
  name: string;
  sku: string | null;
  price: string;
  inStock: number | null;
}

interface Node {
  legacyResourceId: string;
  displayName: string;
  sku: string | null;
  price: string;
  inventoryQuantity: number | null;
}

/** By words of the name or the SKU; nothing for nothing. Throws shopify-failed. */
export async function findVariants(acting: Acting, typed: string): Promise<FoundVariant[]> {
  const query = wordsForShopify(typed);
  if (!query) return [];
  try {
    const { productVariants } = await asAgent(acting)<{ productVariants: { nodes: Node[] } }>(VARIANTS, {
      query,
    });
    return productVariants.nodes.map((node) => ({
      id: node.legacyResourceId,
      name: node.displayName,
      sku: node.sku,
      price: node.price,
      inStock: node.inventoryQuantity,
    }));
  } catch (error) {
    throw inOurWords(error);
  }
}
