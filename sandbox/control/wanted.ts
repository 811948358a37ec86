// What each call of the remote control must say.

import { z } from "zod";
import { SUBSCRIPTIONS } from "../shopify/installation.ts";
import { HAPPENINGS } from "../shopify/order-life.ts";

const claim = z.union([z.string(), z.number(), z.null()]);

export const failure = z.strictObject({
  service: z.enum(["shopify", "postmark", "objects"]),
  match: z.string().default(""),
  times: z.number().int().positive().default(1),
  status: z.number().int().min(200).max(599).optional(),
  drop: z.boolean().optional(),
  throttled: z.boolean().optional(),
  delayMs: z.number().nonnegative().optional(),
});

export const sessionToken = z.strictObject({
  shop: z.string(),
  staff: z.coerce.string(),
  claims: z
    .partialRecord(z.enum(["iss", "dest", "aud", "sub", "exp", "nbf", "iat", "jti", "sid"]), claim)
    .optional(),
  alg: z.enum(["HS256", "none"]).optional(),
  secret: z.string().optional(),
});

export const clock = z.strictObject({ now: z.coerce.date().nullable() });

export const inShop = z.strictObject({ shop: z.string() });

export const scopes = z.strictObject({ shop: z.string(), scopes: z.string() });

export const plan = z.strictObject({ shop: z.string(), plan: z.enum(SUBSCRIPTIONS) });

export const shop = z.strictObject({
  shop: z.string(),
  protectedData: z.boolean().optional(),
  scopes: z.string().optional(),
  points: z.number().nonnegative().optional(),
});

export const webhook = z.strictObject({
  shop: z.string(),
  topic: z.string(),
  /** a JSON value, or a string to be sent as it is (also broken JSON) */
  payload: z.unknown().optional(),
  customer: z.coerce.string().optional(),
  /** true: once more with the same ids; a number: so many times more */
  duplicate: z.union([z.boolean(), z.number().int().nonnegative()]).optional(),
  /** headers to change after signing; "" leaves one out */
  swapHeaders: z.record(z.string(), z.string()).optional(),
  path: z.string().startsWith("/").optional(),
});

export const order = z.strictObject({
  shop: z.string(),
  order: z.coerce.string(),
  what: z.enum(HAPPENINGS),
  quietly: z.boolean().optional(),
});

export const customer = z.strictObject({
  shop: z.string(),
  /** id or e-mail address */
  customer: z.coerce.string(),
  note: z.string().optional(),
  tags: z.union([z.array(z.string()), z.string().transform((text) => text.split(","))]).optional(),
  emailMarketing: z.enum(["SUBSCRIBED", "NOT_SUBSCRIBED", "UNSUBSCRIBED", "PENDING"]).optional(),
});

export const customerMerge = z.strictObject({
  shop: z.string(),
  /** id of the one that is kept */
  customer: z.coerce.string(),
  other: z.coerce.string(),
});

export const dns = z.strictObject({
  domain: z.string(),
  record: z.enum(["dkim", "return-path"]).optional(),
  published: z.boolean().default(true),
});

/** What went wrong, in one sentence. */
export function sentence(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .map(({ path, message }) => (path.length ? `${path.join(".")}: ${message}` : message))
      .join("; ");
  return error instanceof Error ? error.message : String(error);
}
