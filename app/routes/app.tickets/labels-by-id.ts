// A row knows its labels by id; two hundred labels are not searched through for each of them.
import type { Directory } from "../../tickets/directory.server.ts";

type Labels = Directory["labels"];
const known = new WeakMap<Labels, Map<string, Labels[number]>>();

/** The labels of a directory by id. */
export function labelsById(labels: Labels): Map<string, Labels[number]> {
  const found = known.get(labels) ?? new Map(labels.map((label) => [label.id, label]));
  known.set(labels, found);
  return found;
}
