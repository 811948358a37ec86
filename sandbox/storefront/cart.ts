// What a theme's /cart.js answers, as far as apps read it: prices in cents, one line per product.

import type { Shop } from "../world/types.ts";
import type { ThemeGlobals } from "./globals.ts";

/** The bag as Shopify's Ajax API shows it. */
export function cartOf(shop: Shop, bag: string[], products: ThemeGlobals["all_products"]) {
  const items = products.flatMap((product) => {
    const quantity = bag.filter((handle) => handle === product.handle).length;
    return quantity > 0 ? [lineOf(product, quantity)] : [];
  });
  return {
    token: "sandbox",
    note: "",
    attributes: {},
    currency: shop.currency,
    total_price: items.reduce((sum, { line_price }) => sum + line_price, 0),
    items,
  };
}

const lineOf = (
  { id, title, price, url, image }: ThemeGlobals["all_products"][number],
  quantity: number,
) => ({
  id: Number(id),
  title,
  product_title: title,
  quantity,
  price,
  line_price: price * quantity,
  url,
  image,
});
