// What agents do to orders, and what they can wish for. Pure.
import { z } from "zod";
import { ACTIONS, LONGEST_NOTE, REASONS, type ActionKind } from "./kinds.ts";

const id = z.string().regex(/^\d{1,20}$/);
const amount = z.string().regex(/^\d{1,12}(\.\d{1,3})?$/);
const note = z.string().trim().max(LONGEST_NOTE).default("");
const quantity = z.number().int().min(0).max(9_999);
const line = (most: number) => z.string().trim().max(most).default("");

export const wishes = {
  edit: z.object({
    changes: z.array(z.object({ lineId: id, quantity, restock: z.boolean() })).max(100),
    added: z.array(z.object({ variantId: id, quantity: quantity.min(1) })).max(20),
    notify: z.boolean(),
    note,
  }),
  cancel: z.object({
    reason: z.enum(REASONS),
    restock: z.boolean(),
    refund: z.boolean(),
    notify: z.boolean(),
    note,
  }),
  /** full: all that can be; lines: these and, if wished, the shipping; amount: money without lines */
  refund: z.object({
    how: z.enum(["full", "lines", "amount"]),
    lines: z.array(z.object({ lineId: id, quantity: quantity.min(1) })).max(100),
    shipping: z.boolean(),
    amount: amount.nullable(),
    notify: z.boolean(),
    note,
  }),
  address: z.object({
    firstName: line(120),
    lastName: line(120).pipe(z.string().min(1)),
    company: line(120),
    address1: line(200).pipe(z.string().min(1)),
    address2: line(200),
    zip: line(30),
    city: line(120).pipe(z.string().min(1)),
    countryCode: z.string().regex(/^[A-Z]{2}$/),
    provinceCode: z.string().trim().max(10).default(""),
    phone: line(40),
  }),
  resend: z.object({ message: z.string().trim().max(1_000).default("") }),
} satisfies Record<ActionKind, z.ZodType>;

export type Wish<K extends ActionKind> = z.output<(typeof wishes)[K]>;

/** One wish with what it is a wish for. */
export type AnyWish = { [K in ActionKind]: { kind: K; wish: Wish<K> } }[ActionKind];

/** Reads a posted wish; null for what is none. */
export function readWish(kind: unknown, text: string | undefined): AnyWish | null {
  const known = ACTIONS.find((one) => one === kind);
  if (!known) return null;
  const parsed = wishes[known].safeParse(parseJson(text));
  return parsed.success ? ({ kind: known, wish: parsed.data } as AnyWish) : null;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "") as unknown;
  } catch {
    return null;
  }
}

/** Whether one decimal string is more than another, to the last digit. */
export function isMore(amount: string, than: string): boolean {
  return thousandths(amount) > thousandths(than);
}

function thousandths(amount: string): bigint {
  const [whole = "0", part = ""] = amount.replace("-", "").split(".");
  return BigInt(whole) * 1000n + BigInt(part.padEnd(3, "0").slice(0, 3));
}
