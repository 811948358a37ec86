// Which tickets may be one conversation with this one, and why they come to mind. Pure.
import type { Status } from "./ticket.ts";

export interface Mergeable {
  id: string;
  number: string;
  subject: string;
  customerId: string | null;
  customerName: string | null;
  status: Status;
  assigneeName: string | null;
  /** Label ids */
  labels: string[];
  orderName: string | null;
  /** messages; more than MOST_COUNTED are not counted */
  messages: number;
  /** ISO 8601 */
  lastMessageAt: string;
  /** why it is suggested */
  reasons: ("customer" | "order")[];
}

export const MOST_COUNTED = 999;

const DAY = 24 * 3_600_000;

/** The likeliest first: same customer and order, then open ones, then what was said nearest in time. */
export function rank(ticket: Pick<Mergeable, "lastMessageAt">, others: Mergeable[]): Mergeable[] {
  const at = Date.parse(ticket.lastMessageAt);
  const score = ({ reasons, status, lastMessageAt }: Mergeable): number =>
    reasons.length * 20 +
    (status === "closed" ? 0 : 15) -
    Math.min(30, Math.abs(Date.parse(lastMessageAt) - at) / DAY);
  return others.toSorted((a, b) => score(b) - score(a));
}
