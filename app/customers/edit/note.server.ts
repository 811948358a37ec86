import { AppError } from "../../errors.ts";
import { CUSTOMER_NOTE, CUSTOMER_UPDATE, type Changed } from "./edit.graphql.ts";
import { askAsEditor, noteEdit, unlessRefused, type Editing } from "./editing.server.ts";
import { LONGEST_NOTE } from "./limits.ts";

/**
 * Writes the customer's note at Shopify, if it still is the one that was `seen`. Writing again what stands there already
 * changes nothing. Throws invalid, not-found, note-changed ({ note }), shopify-failed.
 */
export async function writeNote(
  editing: Editing,
  { note: written, seen }: { note: string | undefined; seen: string | undefined },
): Promise<void> {
  const note = tidy(written);
  if (written === undefined || note.length > LONGEST_NOTE)
    throw new AppError("invalid", { fields: ["note"] });
  const { gid: id } = editing;
  const { customer } = await askAsEditor<{ customer: { note: string | null } | null }>(
    editing,
    CUSTOMER_NOTE,
    {
      id,
    },
  );
  if (!customer) throw new AppError("not-found");
  const there = tidy(customer.note);
  if (there === note) return noteIsThere(editing, note, tidy(seen));
  if (there !== tidy(seen)) throw new AppError("note-changed", { note: there });
  const answer = await askAsEditor<{ customerUpdate: Changed<object> }>(editing, CUSTOMER_UPDATE, {
    input: { id, note },
  });
  unlessRefused(answer.customerUpdate.userErrors);
  await noteEdit(editing, "customer-note-changed", { note });
}

/** What was asked for a second time, because the first answer got lost, is in the log once. */
async function noteIsThere(editing: Editing, note: string, seen: string): Promise<void> {
  if (note !== seen) await noteEdit(editing, "customer-note-changed", { note });
}

const tidy = (text: string | null | undefined): string => (text ?? "").replaceAll("\r\n", "\n").trim();
