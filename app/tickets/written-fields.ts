// The fields of a form that carries something written: parsed at the edge, bounded. Pure.
import { z } from "zod";
import { cleanText } from "../lib/clean-text.ts";
import { parseJson } from "../lib/parse-json.ts";
import { cards } from "./chat/card.ts";

const LONGEST = 200_000;

/** A field that holds JSON. */
const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .default("[]")
    .transform((text, context) => {
      try {
        return parseJson(text);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const people = jsonOf(
  z.array(z.object({ name: z.string().max(500), address: z.string().max(500) })).max(200),
);

export const htmlField = z
  .string()
  .max(LONGEST)
  .transform((html) => cleanText(html, LONGEST));

export const fileIds = jsonOf(z.array(z.uuid()).max(50));

export const shownCards = jsonOf(cards);

/** An id, or nothing. */
export const idOrNone = z
  .union([z.uuid(), z.literal("")])
  .default("")
  .transform((id) => id || null);
