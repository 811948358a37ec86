// What can be put into an order.
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
  // Shopify's search has signs of its own; the words are all that is meant.
  const query = typed
    .replace(/[^\p{L}\p{N}\s.-]+/gu, " ")
    .replace(/(^|\s)-+/g, " ")
    .trim()
    .slice(0, 100);
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
