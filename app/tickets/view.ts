// The standing views and the cursor of a list. Pure.
import { isId } from "../lib/id.ts";

export const VIEWS = [
  "at-risk",
  "inbox",
  "mine",
  "unassigned",
  "sent",
  "snoozed",
  "closed",
  "all",
  "archived",
  "spam",
] as const;
export type View = (typeof VIEWS)[number];

/** The view a URL asks for; the inbox when it asks for none we know. */
export const viewOf = (asked: string | null): View => VIEWS.find((view) => view === asked) ?? "inbox";

export interface Cursor {
  at: Date;
  id: string;
  /** in a list that begins with the most urgent: how urgent the row is (tickets/order.ts) */
  urgency?: number;
}

/** The last row of a page, as text that fits a URL. */
export const writeCursor = ({ at, id, urgency }: Cursor): string =>
  [at.toISOString(), id, ...(urgency === undefined ? [] : [urgency])].join("_");

/** Reads a cursor back; null (the first page) for anything that is not one of ours. */
export function readCursor(text: string | null): Cursor | null {
  const [at, id, urgency] = (text ?? "").split("_");
  const date = new Date(at ?? "");
  const year = date.getUTCFullYear();
  if (!isId(id) || !(year >= 1970 && year <= 9999)) return null;
  return { at: date, id, ...(urgency && /^[0-3]$/.test(urgency) ? { urgency: Number(urgency) } : {}) };
}
