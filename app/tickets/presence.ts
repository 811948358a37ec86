// What a page says of itself. Pure: parsed at the edge.
import { z } from "zod";
import { isId } from "../lib/id.ts";

/** A browser tab's own name, made by the page. */
const tab = z.string().regex(/^[\w-]{8,40}$/);

export const presenceSchema = z.object({
  ticketId: z.string().refine(isId),
  tab,
  state: z.enum(["looking", "typing", "gone"]),
});

/** Reads a tab's name from a header; null for anything else. */
export const tabOf = (text: string | undefined): string | null => tab.safeParse(text).data ?? null;
