// Whether a ticket belongs to a list, judged by its row: for pages that hear of a ticket and must not ask the server
// each time. The same as matching.server.ts says in SQL, as far as a row knows. Pure.
import type { TicketFilter } from "./filter.ts";
import type { TicketRow } from "./row.server.ts";
import type { Status } from "./ticket.ts";
import type { View } from "./view.ts";

/** "ask": a row cannot tell. */
export type Verdict = boolean | "ask";

/** What is certainly outside is so whatever else is asked for; only what passes all the rest may need asking. */
export function rowMatches(row: TicketRow, filter: TicketFilter, agent: { id: string }): Verdict {
  const { status, assignee, priority, channel, store, label, department, customer } = filter;
  const inside =
    WITHIN[filter.view](row, agent) &&
    isAmong(row.status, status.length ? status : STATUS[filter.view]) &&
    isOneOf(
      row.assigneeId,
      assignee.map((one) => (one === "me" ? agent.id : one)),
    ) &&
    isAmong(row.priority, priority) &&
    isAmong(row.channel, channel) &&
    isOneOf(row.storeId, store) &&
    isOneOf(row.departmentId, department) &&
    label.every((id) => row.labels.includes(id)) &&
    (!customer || row.customerId === customer) &&
    (!filter.files || row.hasFiles);
  if (!inside) return false;
  const unknown = filter.search || filter.unread || filter.from || filter.to;
  return unknown ? "ask" : true;
}

const isLive = ({ archivedAt, spam }: TicketRow): boolean => !archivedAt && !spam;

const WITHIN: Record<View, (row: TicketRow, agent: { id: string }) => boolean> = {
  "at-risk": (row) => row.riskSince !== null && isLive(row),
  inbox: (row) => row.waitingOn === "us" && isLive(row),
  mine: (row, { id }) => row.assigneeId === id && isLive(row),
  unassigned: (row) => !row.assigneeId && isLive(row),
  sent: (row) => row.waitingOn === "customer" && isLive(row),
  snoozed: isLive,
  closed: isLive,
  all: isLive,
  archived: ({ archivedAt }) => archivedAt !== null,
  spam: ({ archivedAt, spam }) => spam && !archivedAt,
};

const STATUS: Record<View, Status[]> = {
  "at-risk": ["open"],
  inbox: ["open"],
  mine: ["open"],
  unassigned: ["open"],
  sent: ["open"],
  snoozed: ["snoozed"],
  closed: ["closed"],
  all: [],
  archived: [],
  spam: [],
};

const isAmong = <T>(value: T, wanted: readonly T[]): boolean => !wanted.length || wanted.includes(value);

const isOneOf = (id: string | null, wanted: string[]): boolean =>
  !wanted.length || wanted.includes(id ?? "none");
