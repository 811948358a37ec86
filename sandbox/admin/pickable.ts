// What the resource picker offers.

import { fullName } from "../shopify/graph/customer.ts";
import { gid } from "../shopify/graph/view.ts";
import type { Shop } from "../world/types.ts";

/** Products (with variants), orders or customers, in the shape App Bridge hands to the app. */
export function pickable(shop: Shop, type: string): { id: string; title: string }[] {
  if (type === "customer")
    return shop.customers.map((one) => ({ id: gid("Customer", one.id), title: fullName(one) }));
  if (type === "order") return shop.orders.map((one) => ({ id: gid("Order", one.id), title: one.name }));
  if (type === "variant")
    return shop.products.flatMap((product) =>
      product.variants.map((one) => ({
        id: gid("ProductVariant", one.id),
        title: `${product.title} ${one.title}`,
        sku: one.sku,
        price: one.price,
      })),
    );
  return shop.products.map(({ id, title, handle, vendor, variants }) => ({
    id: gid("Product", id),
    title,
    handle,
    vendor,
    variants: variants.map((one) => ({ ...one, id: gid("ProductVariant", one.id) })),
  }));
}
