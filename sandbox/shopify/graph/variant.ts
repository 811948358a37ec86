// Product variants: found by words, SKU or product, and what one looks like.

import type { Product, Variant } from "../../world/types.ts";
import { handleOf } from "../../storefront/shopper.ts";
import { ONLY_VARIANT } from "../../world/catalog.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { searched } from "./search.ts";
import type { Caller, View } from "./view.ts";
import { gid, notHere, numericId } from "./view.ts";

export type Sold = Variant & { product: Product };

export function variantsFound(
  caller: Caller,
  args: PageArgs & { query?: string | null; sortKey?: string | null },
): View {
  if (!["ID", "RELEVANCE", "TITLE"].includes(args.sortKey ?? "ID"))
    throw notHere(`The sandbox cannot sort variants by ${args.sortKey}.`);
  const found = searched(variantsOf(caller), args.query, {
    fields: {
      id: ({ id }) => [id],
      sku: ({ sku }) => [sku],
      title: ({ title }) => [title],
      product_id: ({ product }) => [product.id],
    },
    words: ({ product, title, sku }) => [product.title, title, sku].join(" "),
  });
  return connection(found, args, (variant) => variantView(caller, variant));
}

export const findVariant = (caller: Caller, id: string): Sold | undefined =>
  variantsOf(caller).find((variant) => variant.id === numericId("ProductVariant", id));

const variantsOf = ({ shop }: Caller): Sold[] =>
  shop.products.flatMap((product) => product.variants.map((variant) => ({ ...variant, product })));

const variantView = ({ shop, state }: Caller, { id, title, sku, price, product }: Sold): View => ({
  __typename: "ProductVariant",
  id: gid("ProductVariant", id),
  legacyResourceId: id,
  title,
  displayName: title === ONLY_VARIANT ? product.title : `${product.title} - ${title}`,
  sku,
  price,
  availableForSale: true,
  inventoryQuantity: 12,
  product: {
    __typename: "Product",
    id: gid("Product", product.id),
    title: product.title,
    handle: product.handle,
    onlineStoreUrl: `https://${shop.publicDomain}/products/${product.handle}`,
    featuredMedia: {
      __typename: "MediaImage",
      preview: {
        __typename: "MediaPreviewImage",
        image: {
          __typename: "Image",
          url: () => `${state.url}/storefront/${handleOf(shop)}/cdn/products/${product.handle}.svg`,
        },
      },
    },
  },
});
