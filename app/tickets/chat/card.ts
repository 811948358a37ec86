// A product or an order shown in a conversation. Pure: parsed at the edge, and again when it is read.
import { z } from "zod";

const words = (most: number) => z.string().trim().min(1).max(most);
const link = z
  .url()
  .max(2_000)
  .refine((url) => /^https?:\/\//i.test(url));
const price = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/);
const currency = z.string().regex(/^[A-Z]{3}$/);

export const card = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("product"),
    title: words(200),
    variant: words(200).optional(),
    price,
    currency,
    image: link.optional(),
    url: link,
  }),
  z.object({
    kind: z.literal("order"),
    name: words(60),
    status: words(60),
    total: price,
    currency,
    url: link.optional(),
  }),
]);
export type Card = z.infer<typeof card>;

export const MOST_CARDS = 5;
export const cards = z.array(card).max(MOST_CARDS);

/** The cards of a stored message; what is none of ours is left out. */
export const readCards = (stored: unknown): Card[] =>
  (Array.isArray(stored) ? stored : []).flatMap((one) => card.safeParse(one).data ?? []);
