// A macro as a page sends it. Pure.
import { z } from "zod";
import { AppError } from "../../errors.ts";
import { actionsSchema, LONGEST_MACRO, localeOf } from "./macro.ts";
import type { MacroWish } from "./save.server.ts";

/** Reads it; throws invalid. What its words may be is said by save.server.ts. */
export function readMacroForm(form: Record<string, string>): MacroWish {
  const read = fields.safeParse(form);
  if (read.success) return read.data;
  throw new AppError("invalid", { field: String(read.error.issues[0]?.path[0] ?? "name"), reason: "other" });
}

/** The actions that go with what is written, or with nothing, as JSON. */
export const actionsField = z.string().default("[]").transform(parsed).pipe(actionsSchema);

const fields = z.object({
  name: z.string().max(1_000),
  html: z
    .string()
    .max(4 * LONGEST_MACRO)
    .default(""),
  actions: actionsField,
  locale: z.string().default("").transform(localeOf),
  own: z.enum(["true", "false"]).transform((own) => own === "true"),
});

/** JSON, or null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
