// The shape of a seeded conversation, and the few words the content files are written with.
import type { Milestone } from "../../app/orders/milestone.ts";
import { fullName } from "../../sandbox/world/order-book.ts";
import type { ShopPlan } from "../../sandbox/world/plan.ts";

export type ConversationState = "open" | "waiting" | "snoozed" | "closed" | "archived" | "spam";
export type Priority = "low" | "normal" | "high" | "urgent";
export type Identity = "verified" | "claimed" | "mismatch";
export type Delivery = "queued" | "sent" | "delivered" | "failed" | "bounced";

export interface Conversation {
  /** domain of the shop the customer wrote to */
  shop: string;
  writer: Writer;
  channel: "form" | "email";
  /** what the customer chose in the form; null for e-mail */
  topic: string | null;
  subject: string;
  /** language the customer writes in */
  locale: "sv" | "nb" | "en";
  /** "#2226": an order in the shop's world; the writer's own */
  order: string | null;
  state: ConversationState;
  /** snoozed only: how many days from now it wakes, at 09:00 on a working day */
  wakesInDays?: number;
  /** snoozed only: what of its order wakes it before then */
  waitsFor?: Milestone;
  priority: Priority;
  department: string | null;
  /** staff e-mail */
  assignee: string | null;
  unread: boolean;
  identity: Identity;
  /** mismatch only: the address of the customer they were signed in as */
  signedInAs?: string;
  messages: SeedMessage[];
}

export interface Writer {
  name: string;
  email: string;
  /** Shopify customer, or null for somebody the shop has never sold to */
  customerId: string | null;
}

/** Minutes before now, or a clock time so many working days before today, where the shop is: "3d 14:05". */
export type At = number | `${number}d ${number}:${number}`;

export type SeedMessage =
  | { from: "customer"; at: At; text: string }
  | { from: "note"; at: At; text: string; author: string }
  | { from: "agent"; at: At; text: string; author: string; delivery: Delivery; deliveryError: string | null };

/** The customer wrote this. Lines are joined with line breaks; an empty line makes a paragraph. */
export function wrote(at: At, ...lines: string[]): SeedMessage {
  return { from: "customer", at, text: lines.join("\n") };
}

/** An agent (by staff e-mail) answered, and the mail arrived. */
export function answered(at: At, author: string, ...lines: string[]): SeedMessage {
  return { from: "agent", at, author, text: lines.join("\n"), delivery: "delivered", deliveryError: null };
}

/** An agent answered, but the mail did not arrive. */
export function undelivered(
  at: At,
  author: string,
  { delivery, reason }: { delivery: "failed" | "bounced"; reason: string },
  ...lines: string[]
): SeedMessage {
  return { from: "agent", at, author, text: lines.join("\n"), delivery, deliveryError: reason };
}

/** An agent left an internal note. */
export function noted(at: At, author: string, ...lines: string[]): SeedMessage {
  return { from: "note", at, author, text: lines.join("\n") };
}

/** Somebody the shop knows, by full name. Throws when the shop has no such customer. */
export function customerOf({ shop, people }: ShopPlan, name: string): Writer {
  const person = people.find((candidate) => fullName(candidate) === name);
  if (!person) throw new Error(`${shop.name} has no customer called ${name}`);
  return { name, email: person.email, customerId: person.id };
}

/** Somebody the shop has never sold to. */
export function stranger(name: string, email: string): Writer {
  return { name, email, customerId: null };
}
