// What a visitor's browser may say, read with distrust. Pure: parsed at the edge.
import { z } from "zod";
import { normaliseEmail, tidyName } from "../../customers/customer.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { isId } from "../../lib/id.ts";
import { MOST_LETTERS } from "./protocol.ts";

/** Longer bodies are refused unread: the longest message, every letter escaped, is below. */
export const MOST_BYTES = 80_000;

const line = (most: number) =>
  z
    .string()
    .max(10_000)
    .transform((text) =>
      Array.from(tidyName(cleanText(text, Infinity), ""))
        .slice(0, most)
        .join(""),
    );

const token = z.string().max(200);
const uuid = z
  .string()
  .refine(isId)
  .transform((id) => id.toLowerCase());

/** A path of the shop, whatever host the browser names; never what stands behind "?", which may name a person. */
const path = z
  .string()
  .max(4_000)
  .transform((url) => pathOf(url));

const page = z.object({ url: path, title: line(200) });

const cents = z.number().int().min(-1e12).max(1e12);
const cartLink = z.string().max(2_000).optional().catch(undefined);
const cart = z
  .object({
    currency: z.string().regex(/^[A-Z]{3}$/),
    total: cents,
    items: z
      .array(
        z.object({
          title: line(200),
          quantity: z.number().int().min(0).max(1e6),
          price: cents,
          url: cartLink.transform((url) => url && pathOf(url)),
          image: cartLink.transform((url) =>
            url && /^https:\/\/[^\s"'<>\\]+$/i.test(url) ? url : undefined,
          ),
        }),
      )
      .max(200)
      .transform((items) => items.slice(0, 20)),
  })
  // A theme may say anything: without a cart that can be read there is none.
  .optional()
  .catch(undefined);

/** Typed, so only a claim; "" is nothing typed. */
const email = z
  .string()
  .max(1_000)
  .transform((written) => written.trim())
  .refine((written) => written === "" || normaliseEmail(written) !== null)
  .transform((written) => normaliseEmail(written))
  .optional();

const locale = z
  .string()
  .max(100)
  .transform(
    (written) => /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.exec(written.trim())?.[0].slice(0, 20) ?? null,
  )
  .catch(null);

const timeZone = z
  .string()
  .max(100)
  .transform((zone) => (isZone(zone) ? zone : null))
  .catch(null);

const proof = z.string().max(500).optional().catch(undefined);

const text = z
  .string()
  .transform((written) => cleanText(written, Infinity).trim())
  .refine((written) => Array.from(written).length <= MOST_LETTERS, "too-large");

export const said = {
  hello: z.object({
    v: z.literal(1),
    token: token.optional().catch(undefined),
    locale,
    timeZone,
    page: page.optional().catch(undefined),
    cart,
    proof,
  }),
  send: z
    .object({
      token,
      id: uuid,
      text,
      files: z.array(z.string().max(200)).max(5).default([]),
      name: line(120).optional(),
      email,
      quickReply: z.boolean().optional().catch(undefined),
      proof,
    })
    .refine((message) => message.text !== "" || message.files.length > 0, { path: ["text"] }),
  since: z.object({ token, cursor: z.string().max(100) }),
  stream: z.object({ token, cursor: z.string().max(100), tab: z.string().max(100) }),
  typing: z.object({ token, on: z.boolean() }),
  read: z.object({ token, upTo: uuid }),
  end: z.object({ token }),
  rate: z.object({
    token,
    score: z.number().int().min(1).max(5),
    comment: z
      .string()
      .max(20_000)
      .transform((written) => cleanText(written, 2_000).trim())
      .optional(),
  }),
  transcript: z.object({
    token,
    email: z
      .string()
      .max(1_000)
      .refine((written) => normaliseEmail(written) !== null)
      .transform((written) => normaliseEmail(written) ?? ""),
  }),
  page: z.object({ token, page, cart }),
  leave: z.object({ token, tab: z.string().max(100) }),
} as const;

export type SaidHello = z.infer<typeof said.hello>;
export type SaidMessage = z.infer<typeof said.send>;

/** Browsers drop tabs and line breaks inside addresses and take "\" for "/": "/\t/evil" is another site. */
function pathOf(written: string): string {
  const path = written.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/)[0] ?? "";
  return path.length <= 500 && /^\/(?!\/)[^\s\p{Cc}\\]*$/u.test(path) ? path.toWellFormed() : "/";
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[\w+\-/]{1,64}$/.test(zone);
  } catch {
    return false;
  }
}
