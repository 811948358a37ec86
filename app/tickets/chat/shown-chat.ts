// A ticket's chat and its visitor, as the ticket's page shows them. Pure: parsed from the row.
import { z } from "zod";
import type { ChatState, EndedBy } from "./chat.ts";

export interface ShownChat {
  state: ChatState;
  /** left outside hours: answered by e-mail */
  offline: boolean;
  /** all times ISO 8601 */
  startedAt: string;
  acceptedAt: string | null;
  acceptedBy: { id: string; name: string } | null;
  endedAt: string | null;
  endedBy: EndedBy | null;
  /** what we said up to then they have seen */
  visitorReadAt: string | null;
  rating: number | null;
  ratingComment: string | null;
  /** where a reply goes */
  answers: "chat" | "email";
  visitor: ShownVisitor;
}

export interface ShownVisitor {
  id: string;
  name: string | null;
  email: string | null;
  /** signed in at the shop, which vouches for them */
  proven: boolean;
  locale: string | null;
  timeZone: string | null;
  /** url: a whole address on the storefront, or null when it is none */
  page: { url: string | null; title: string } | null;
  cart: ShownCart | null;
  /** since when no page of theirs is open */
  goneAt: string | null;
  blockedAt: string | null;
}

export interface ShownCart {
  currency: string;
  /** in cents, like all prices here */
  total: number;
  items: { title: string; quantity: number; price: number }[];
}

const MOST_ITEMS = 20;

const cart = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  total: z.number().int().min(0),
  items: z
    .array(z.object({ title: z.string(), quantity: z.number().int().min(1), price: z.number().int().min(0) }))
    .transform((items) => items.slice(0, MOST_ITEMS)),
});

/** The visitor's browser says what is in it; null when that is no cart, or an empty one. */
export function readCart(stored: unknown): ShownCart | null {
  const parsed = cart.safeParse(stored);
  return parsed.success && parsed.data.items.length ? parsed.data : null;
}

const page = z.object({ url: z.string(), title: z.string() });

/** Where the visitor's browser says they are. A link only to the shop's own pages, wherever it points. */
export function readPage(stored: unknown, shopHost: string): ShownVisitor["page"] {
  const parsed = page.safeParse(stored);
  if (!parsed.success) return null;
  const { url, title } = parsed.data;
  return { url: onShop(url, shopHost), title: title.trim() || url };
}

function onShop(path: string, shopHost: string): string | null {
  if (!URL.canParse(path, `https://${shopHost}`)) return null;
  const { protocol, pathname, search } = new URL(path, `https://${shopHost}`);
  if (!/^https?:$/.test(protocol)) return null;
  return `https://${shopHost}${pathname}${search}`;
}
