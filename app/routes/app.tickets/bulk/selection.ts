// Which tickets of a list are chosen. It belongs to one list (its query): another one begins with none. Pure.
export interface Selection {
  query: string;
  ids: ReadonlySet<string>;
  /** all that match, also what the page does not show */
  all: boolean;
  /** where a range begins */
  anchor: string | null;
}

export const NONE: Selection = { query: "", ids: new Set(), all: false, anchor: null };

/** The selection of this list; of any other list nothing is left. */
export const of = (selection: Selection, query: string): Selection =>
  selection.query === query ? selection : { ...NONE, query };

/** In or out, one by one. Out of "all that match" leaves those that are shown (`shown`). */
export function toggle(selection: Selection, id: string, shown: readonly string[]): Selection {
  const ids = new Set(selection.all ? shown : selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ...selection, ids, all: false, anchor: id };
}

/** Everything from where the last one was chosen to here. */
export function extendTo(selection: Selection, id: string, shown: readonly string[]): Selection {
  const [from, to] = [shown.indexOf(selection.anchor ?? id), shown.indexOf(id)];
  if (from < 0 || to < 0) return toggle(selection, id, shown);
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: new Set([...selection.ids, ...range]), anchor: id };
}

/** All that is shown, or none of it. */
export const toggleShown = (selection: Selection, shown: readonly string[]): Selection => {
  const every = selection.all || shown.every((id) => selection.ids.has(id));
  return { ...selection, ids: new Set(every ? [] : shown), all: false, anchor: null };
};

export const isEmpty = ({ ids, all }: Selection): boolean => !all && ids.size === 0;
export const has = ({ ids, all }: Selection, id: string): boolean => all || ids.has(id);
