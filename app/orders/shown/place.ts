// Where a list of orders goes on, as the page hands it back: Shopify's cursor, or the last row of the mirror's. Pure.
import { z } from "zod";

const place = z.discriminatedUnion("in", [
  z.object({ in: z.literal("shopify"), cursor: z.string().min(1).max(500) }),
  z.object({
    in: z.literal("mirror"),
    processedAt: z.iso.datetime(),
    shopifyId: z.string().regex(/^\d{1,20}$/),
  }),
]);
export type Place = z.output<typeof place>;

export const writePlace = (at: Place): string => JSON.stringify(at);

/** null: from the start. "unknown": nothing we ever gave. */
export function readPlace(written: string | null): Place | null | "unknown" {
  if (!written) return null;
  try {
    const read = place.safeParse(JSON.parse(written));
    return read.success ? read.data : "unknown";
  } catch {
    return "unknown";
  }
}
