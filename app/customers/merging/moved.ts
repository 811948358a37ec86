// What stays of two customers having become one, so that it can be undone. Pure.
import { z } from "zod";

/** Why two customers can't become one, or that can't be undone. */
export type CustomerMergeRefusal = "itself" | "already-merged" | "too-large" | "merged-further" | "gone";

/** What the survivor takes from the other where it has none itself; the name where an agent wants it. */
export const TAKEN = ["name", "email", "phone", "locale"] as const;

const change = z.object({ before: z.string().nullable(), after: z.string().nullable() });

/** What CustomerMerge.moved holds. */
const moved = z.object({
  contacts: z.array(z.object({ kind: z.enum(["email", "phone"]), value: z.string() })),
  links: z.array(z.object({ storeId: z.uuid(), shopifyId: z.string() })),
  ticketIds: z.array(z.uuid()),
  messageIds: z.array(z.uuid()),
  /** SavedView ids that asked for the swallowed customer */
  viewIds: z.array(z.uuid()),
  took: z.partialRecord(z.enum(TAKEN), change),
});
export type Moved = z.infer<typeof moved>;

/** Reads what was kept; throws for anything else: only we write it. */
export const readMoved = (stored: unknown): Moved => moved.parse(stored);

interface Facts {
  name: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
}

/** What changes on the survivor. */
export function taking(survivor: Facts, other: Facts, keepOthersName: boolean): Moved["took"] {
  const took: Moved["took"] = {};
  for (const field of TAKEN) {
    const wanted = field === "name" ? keepOthersName : survivor[field] === null;
    if (wanted && other[field] !== survivor[field])
      took[field] = { before: survivor[field], after: other[field] };
  }
  return took;
}

/** What of it undoing gives back: where nobody changed it since. */
export function givingBack(now: Facts, took: Moved["took"]): Partial<Facts> {
  const back = TAKEN.flatMap((field) => {
    const change = took[field];
    return change?.after === now[field] ? [[field, change.before]] : [];
  });
  return Object.fromEntries(back) as Partial<Facts>;
}
