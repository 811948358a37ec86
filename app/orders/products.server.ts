// What of a store's products can be shown to a shopper: those its storefront sells.
import { askShopify, ShopifyUnavailable } from "../clients/shopify-admin.server.ts";
import { AppError } from "../errors.ts";
import { PRODUCTS_TO_SHOW, type ProductsToShow } from "./products.graphql.ts";
import { wordsForShopify } from "./words-for-shopify.ts";

export interface ShownProduct {
  /** of the variant */
  id: string;
  title: string;
  /** null: there is only one */
  variant: string | null;
  price: string;
  currency: string;
  image: string | null;
  url: string;
}

/** What Shopify calls the variant of a product that has only one. */
const ONLY = "Default Title";

/** By words of the name or the SKU; nothing for nothing. Throws shopify-failed. */
export async function findProducts(
  store: { shopDomain: string; currency: string },
  typed: string,
): Promise<ShownProduct[]> {
  const query = wordsForShopify(typed);
  if (!query) return [];
  const nodes = await variantsFor(store.shopDomain, query);
  return nodes.flatMap(({ id, title, price, product }) =>
    product.onlineStoreUrl
      ? {
          id,
          title: product.title,
          variant: title === ONLY ? null : title,
          price,
          currency: store.currency,
          image: product.featuredMedia?.preview?.image?.url ?? null,
          url: product.onlineStoreUrl,
        }
      : [],
  );
}

async function variantsFor(shopDomain: string, query: string) {
  try {
    const { data } = await askShopify<ProductsToShow>(shopDomain, PRODUCTS_TO_SHOW, { query });
    return data.productVariants.nodes;
  } catch (error) {
    if (error instanceof ShopifyUnavailable) throw new AppError("shopify-failed", { problem: error.problem });
    throw error;
  }
}
