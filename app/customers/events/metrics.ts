// What a customer's timeline is made of, and how it is asked for. Pure.

export const METRICS = [
  "ordered",
  "cancelled",
  "refunded",
  "sent",
  "delivered",
  "mailIn",
  "mailOut",
  "form",
  "chat",
  "sms",
] as const;
export type Metric = (typeof METRICS)[number];

/** Something that happened to a customer, or that they did. */
export interface CustomerEvent {
  /** unique among their events */
  key: string;
  metric: Metric;
  /** ISO 8601 */
  at: string;
  /** of chats and SMS: we wrote it */
  ours: boolean;
  ticket: { id: string; number: number; subject: string } | null;
  order: { id: string; name: string; adminUrl: string } | null;
  /** what an order came to, or what was paid back */
  amount: { amount: string; currencyCode: string } | null;
  /** the page of the storefront a form was sent from */
  page: string | null;
}

export interface EventsPage {
  events: CustomerEvent[];
  /** asks for those before; null: that is all */
  before: string | null;
}

/** Nobody counts further than that. */
export const MOST_EVENTS = 999;

/** The metrics a text names ("ordered,form"), those it knows, in our order. None: all of them. */
export const readMetrics = (text: string | null): Metric[] => {
  const named = new Set((text ?? "").split(","));
  return METRICS.filter((metric) => named.has(metric));
};

/** Where a page ends: a moment, and which of its events was last. */
export interface Place {
  at: Date;
  key: string;
}

export const writePlace = ({ at, key }: { at: string; key: string }): string => `${at} ${key}`;

/** Null for what is none. */
export function readPlace(text: string | null): Place | null {
  const [, moment, key] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z) ([\w:-]{1,80})$/.exec(text ?? "") ?? [];
  if (!moment || !key) return null;
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? null : { at, key };
}
