// The filters of a list as chips: what each says, and what is left without it. Pure.
import type { Directory } from "../../../tickets/directory.server.ts";
import type { TicketFilter } from "../../../tickets/filter.ts";

export interface Chip {
  field: Field;
  /** what it is narrowed to, named; empty where the field says it all */
  values: string[];
  /** the filter without it */
  without: Partial<TicketFilter>;
}

export type Field =
  | "status"
  | "assignee"
  | "priority"
  | "channel"
  | "store"
  | "label"
  | "department"
  | "customer"
  | "date"
  | "unread"
  | "files"
  | "search";

/** The words that are not names: statuses, priorities, channels, "me", "nobody". */
export type Words = (field: Field, value: string) => string;

/** Chips in the order of the menu they are added from. */
export function chipsOf(
  filter: TicketFilter,
  directory: Directory,
  words: Words,
  customer: string | null,
): Chip[] {
  const chips: Chip[] = [];
  const add = (field: Field, values: string[], without: Partial<TicketFilter>) =>
    chips.push({ field, values, without });
  const named = (field: Field, values: string[], known: { id: string; name: string }[]) =>
    values.map((value) => known.find(({ id }) => id === value)?.name ?? words(field, value));
  if (filter.search) add("search", [filter.search], { search: "" });
  if (filter.status.length) add("status", named("status", filter.status, []), { status: [] });
  if (filter.assignee.length)
    add("assignee", named("assignee", filter.assignee, directory.agents), { assignee: [] });
  if (filter.customer) add("customer", [customer ?? words("customer", "gone")], { customer: null });
  if (filter.priority.length) add("priority", named("priority", filter.priority, []), { priority: [] });
  if (filter.channel.length) add("channel", named("channel", filter.channel, []), { channel: [] });
  if (filter.store.length) add("store", named("store", filter.store, directory.stores), { store: [] });
  if (filter.label.length) add("label", named("label", filter.label, directory.labels), { label: [] });
  if (filter.department.length)
    add("department", named("department", filter.department, directory.departments), { department: [] });
  if (filter.from || filter.to)
    add("date", [`${filter.from ?? "…"} – ${filter.to ?? "…"}`], { from: null, to: null });
  if (filter.unread) add("unread", [], { unread: false });
  if (filter.files) add("files", [], { files: false });
  return chips;
}
