// What can be chosen for each filter that is a list of values.
import { useDirectory } from "../../../ui/directory.tsx";
import { PRIORITIES, STATUSES } from "../../../tickets/ticket.ts";
import { CHANNEL_KINDS, useWords } from "./use-words.ts";

export const LISTED = ["status", "assignee", "priority", "channel", "store", "label", "department"] as const;
export type Listed = (typeof LISTED)[number];

export interface Choice {
  value: string;
  label: string;
}

/** The choices of a filter, the fixed words first. */
export function useChoices(): (field: Listed) => Choice[] {
  const directory = useDirectory();
  const words = useWords();
  return (field) => {
    const fixed = (values: readonly string[]) =>
      values.map((value) => ({ value, label: words(field, value) }));
    const named = (things: { id: string; name: string }[]) =>
      things.map(({ id, name }) => ({ value: id, label: name }));
    if (field === "status") return fixed(STATUSES);
    if (field === "priority") return fixed([...PRIORITIES].reverse());
    if (field === "channel") return fixed(CHANNEL_KINDS);
    if (field === "assignee") return [...fixed(["me", "none"]), ...named(directory.agents)];
    if (field === "department") return [...named(directory.departments), ...fixed(["none"])];
    return named(field === "store" ? directory.stores : directory.labels);
  };
}
