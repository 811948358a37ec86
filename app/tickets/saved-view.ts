// A personal view: a list somebody gave a name. Pure.
import { readFilter, writeFilter } from "./filter.ts";

export interface SavedView {
  id: string;
  name: string;
  icon: ViewIcon;
  /** the filter, as writeFilter has it */
  query: string;
  shared: boolean;
  /** of whoever asks; the others are shared by colleagues */
  own: boolean;
}

export const VIEW_ICONS = [
  "star",
  "flag",
  "heart",
  "person",
  "order",
  "package",
  "return",
  "alert",
  "clock",
  "globe",
  "note",
  "chat",
] as const;
export type ViewIcon = (typeof VIEW_ICONS)[number];

/** Reads an icon from a form or a row; the star for anything else. */
export const iconOf = (text: unknown): ViewIcon => VIEW_ICONS.find((icon) => icon === text) ?? "star";

/** Each agent's own (row 54). */
export const MOST_VIEWS = 10;
export const LONGEST_VIEW_NAME = 60;

/** A view's name as it is kept: one line, no blanks around it. */
export const cleanViewName = (text: string): string =>
  text.replace(/\s+/g, " ").trim().slice(0, LONGEST_VIEW_NAME).trim();

/** A query as it is kept, so that the same list always reads the same. */
export const cleanQuery = (text: string): string =>
  writeFilter(readFilter(new URLSearchParams(text))).toString();

/** The order once one stands before another; null: last. Unchanged when either is not among them. */
export function putBefore(ids: readonly string[], id: string, before: string | null): string[] {
  const rest = ids.filter((one) => one !== id);
  const at = before === null ? rest.length : rest.indexOf(before);
  return rest.length === ids.length || at < 0 ? [...ids] : rest.toSpliced(at, 0, id);
}
