// What a list is asked for: a view, narrowed down. It lives in the URL, so a list can be linked, kept as a personal
// view, and meant by "all that match". Pure.
import { isId } from "../lib/id.ts";
import { PRIORITIES, STATUSES, type ChannelKind, type Priority, type Status } from "./ticket.ts";
import { viewOf, type View } from "./view.ts";

export const SORTS = ["newest", "oldest", "priority"] as const;
/** by the latest message: newest or oldest first; or the most urgent first, and among those the newest */
export type Sort = (typeof SORTS)[number];

const CHANNEL_KINDS: readonly ChannelKind[] = ["form", "email", "chat", "sms"];

export interface TicketFilter {
  view: View;
  /** empty: the view's own */
  status: Status[];
  /** Agent ids, "me" (whoever asks) or "none" */
  assignee: string[];
  priority: Priority[];
  channel: ChannelKind[];
  /** Store ids */
  store: string[];
  /** Label ids: all of them */
  label: string[];
  /** Department ids or "none" */
  department: string[];
  /** a Customer id */
  customer: string | null;
  /** opened on this day or later, on this day or earlier: YYYY-MM-DD, in the asker's zone */
  from: string | null;
  to: string | null;
  unread: boolean;
  /** with something attached */
  files: boolean;
  /** the words and operators typed into the search field (tickets/search/) */
  search: string;
  sort: Sort;
}

/** The most that is read of a search field. */
export const LONGEST_SEARCH = 300;
const MOST_VALUES = 50;

/** Reads a filter from a URL's parameters. What does not fit is left out: a shared link may be old, or typed. */
export function readFilter(asked: URLSearchParams): TicketFilter {
  const list = (name: string): string[] =>
    [...new Set((asked.get(name) ?? "").split(",").filter(Boolean))].slice(0, MOST_VALUES);
  const among = <T extends string>(name: string, known: readonly T[]): T[] =>
    known.filter((one) => list(name).includes(one));
  const ids = (name: string, ...words: string[]): string[] =>
    list(name).filter((one) => isId(one) || words.includes(one));
  const customer = asked.get("customer");
  return {
    view: viewOf(asked.get("view")),
    status: among("status", STATUSES),
    assignee: ids("assignee", "me", "none"),
    priority: among("priority", PRIORITIES),
    channel: among("channel", CHANNEL_KINDS),
    store: ids("store"),
    label: ids("label"),
    department: ids("department", "none"),
    customer: customer && isId(customer) ? customer : null,
    from: dayOf(asked.get("from")),
    to: dayOf(asked.get("to")),
    unread: asked.get("unread") === "1",
    files: asked.get("files") === "1",
    search: (asked.get("q") ?? "").slice(0, LONGEST_SEARCH).trim(),
    sort: SORTS.find((sort) => sort === asked.get("sort")) ?? "newest",
  };
}

/** The same as parameters of a URL, always in one order; what says nothing is left out. */
export function writeFilter(filter: TicketFilter): URLSearchParams {
  const all: [string, string][] = [
    ["view", filter.view === "inbox" ? "" : filter.view],
    ["status", filter.status.join()],
    ["assignee", filter.assignee.join()],
    ["priority", filter.priority.join()],
    ["channel", filter.channel.join()],
    ["store", filter.store.join()],
    ["label", filter.label.join()],
    ["department", filter.department.join()],
    ["customer", filter.customer ?? ""],
    ["from", filter.from ?? ""],
    ["to", filter.to ?? ""],
    ["unread", filter.unread ? "1" : ""],
    ["files", filter.files ? "1" : ""],
    ["q", filter.search],
    ["sort", filter.sort === "newest" ? "" : filter.sort],
  ];
  return new URLSearchParams(all.filter(([, value]) => value));
}

/** The filter that shows a whole view. */
export const wholeView = (view: View): TicketFilter => readFilter(new URLSearchParams({ view }));

/** Whether anything narrows the view down. */
export const isNarrowed = (filter: TicketFilter): boolean =>
  writeFilter({ ...filter, view: "inbox", sort: "newest" }).size > 0;

/** A calendar day as a URL has it; null for anything else. */
function dayOf(text: string | null): string | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
