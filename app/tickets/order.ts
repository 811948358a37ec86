// In which order a list stands, said once: for the database (order.server.ts) and for rows already on the page. Pure.
import type { TicketFilter } from "./filter.ts";
import { PRIORITIES, type Priority } from "./ticket.ts";

export interface Order {
  /**
   * the time it goes by: a snoozed list's is when they wake, the archive's when they were put there, that of orders at
   * risk when those were placed
   */
  by: "lastMessageAt" | "snoozedUntil" | "archivedAt" | "riskSince";
  descending: boolean;
  /** the most urgent before all others */
  urgentFirst: boolean;
}

/** What a row is ordered by. Times are ISO 8601. */
export interface Ordered {
  id: string;
  priority: Priority;
  lastMessageAt: string;
  snoozedUntil: string | null;
  archivedAt: string | null;
  riskSince: string | null;
}

/** "newest" and "oldest" go by the view's own time; snoozed tickets stand soonest first. What is searched goes by its latest message. */
export function orderOf({
  view,
  status,
  search,
  sort,
}: Pick<TicketFilter, "view" | "status" | "search" | "sort">): Order {
  if (search) return { by: "lastMessageAt", descending: sort !== "oldest", urgentFirst: false };
  if (sort === "priority") return { by: "lastMessageAt", descending: true, urgentFirst: true };
  if (view === "archived") return { by: "archivedAt", descending: sort === "newest", urgentFirst: false };
  // The order that was placed first leaves first.
  if (view === "at-risk") return { by: "riskSince", descending: sort === "oldest", urgentFirst: false };
  const onlySnoozed = view === "snoozed" && status.every((one) => one === "snoozed");
  if (onlySnoozed) return { by: "snoozedUntil", descending: sort === "oldest", urgentFirst: false };
  return { by: "lastMessageAt", descending: sort === "newest", urgentFirst: false };
}

/** low 0 … urgent 3, as the database's index has it. */
export const urgencyOf = (priority: Priority): number => PRIORITIES.indexOf(priority);

/** For sorting: negative when `a` stands before `b`. */
export function compareRows(order: Order, a: Ordered, b: Ordered): number {
  if (order.urgentFirst && a.priority !== b.priority) return urgencyOf(b.priority) - urgencyOf(a.priority);
  const [one, other] = [`${a[order.by] ?? ""}_${a.id}`, `${b[order.by] ?? ""}_${b.id}`];
  if (one === other) return 0;
  return one < other === order.descending ? 1 : -1;
}
