// The standing views and the cursor of a list. Pure.
import { isId } from "../lib/id.ts";

export const VIEWS = [
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
}

/** The last row of a page, as text that fits a URL. */
export const writeCursor = ({ at, id }: Cursor): string => `${at.toISOString()}_${id}`;

/** Reads a cursor back; null (the first page) for anything that is not one of ours. */
export function readCursor(text: string | null): Cursor | null {
  const [at, id] = (text ?? "").split("_");
  const date = new Date(at ?? "");
  const year = date.getUTCFullYear();
  return isId(id) && year >= 1970 && year <= 9999 ? { at: date, id } : null;
}
