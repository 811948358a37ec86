// What is in the visitor's cart, as every theme can tell it.
import type { Cart } from "../../../app/channels/chat/protocol.ts";

interface ThemeCart {
  currency: string;
  total_price: number;
  items: { product_title: string; quantity: number; price: number; url?: string; image?: string }[];
}

/** By the theme's own /cart.js; nothing when it is empty or does not answer. */
export async function cartOf(root: string): Promise<Cart | undefined> {
  try {
    const response = await fetch(`${root}cart.js`, { headers: { Accept: "application/json" } });
    const { currency, total_price: total, items } = (await response.json()) as ThemeCart;
    const lines = items.slice(0, 20).map(({ product_title: title, quantity, price, url, image }) => ({
      ...{ title, quantity, price },
      url: url ? new URL(url, location.href).href : undefined,
      image: image ? new URL(image, location.href).href : undefined,
    }));
    return { currency, total, items: lines };
  } catch {
    return undefined;
  }
}
