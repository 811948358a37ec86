// Session tokens: the JWT that the admin hands to the app's frontend for each request. HS256, one minute.

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

const LIFETIME_SECONDS = 60;
const LEEWAY_SECONDS = 10;

export interface SessionClaims {
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid: string;
}

/** For hostile tests: claims to change, to leave out (null), and how to sign. */
export interface TokenOverrides {
  claims?: Partial<Record<keyof SessionClaims, string | number | null>>;
  alg?: "HS256" | "none";
  secret?: string;
}

export interface TokenFor {
  shop: string;
  /** Shopify's id of the staff member */
  userId: string;
  apiKey: string;
  apiSecret: string;
  now: Date;
}

/** A session token as Shopify would mint it at `now`, unless the overrides say otherwise. */
export function mintSessionToken(
  { shop, userId, apiKey, apiSecret, now }: TokenFor,
  over: TokenOverrides = {},
): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims: SessionClaims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: userId,
    exp: seconds + LIFETIME_SECONDS,
    nbf: seconds,
    iat: seconds,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const changed = Object.entries({ ...claims, ...over.claims }).filter(([, value]) => value !== null);
  const alg = over.alg ?? "HS256";
  const head = `${encode({ alg, typ: "JWT" })}.${encode(Object.fromEntries(changed))}`;
  return alg === "none" ? `${head}.` : `${head}.${sign(head, over.secret ?? apiSecret)}`;
}

/** The claims of a token that Shopify would accept at `now` for this app and shop; undefined otherwise. */
export function readSessionToken(
  token: string,
  { shop, apiKey, apiSecret, now }: Omit<TokenFor, "userId">,
): SessionClaims | undefined {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  if (!same(signature, sign(`${header}.${payload}`, apiSecret))) return undefined;

  const claims = decode(payload);
  if (decode(header)?.alg !== "HS256" || !claims) return undefined;
  const seconds = now.getTime() / 1000;
  const alive =
    Number(claims.exp) > seconds - LEEWAY_SECONDS && Number(claims.nbf ?? 0) < seconds + LEEWAY_SECONDS;
  const ours = claims.aud === apiKey && claims.dest === `https://${shop}` && typeof claims.sub === "string";
  return alive && ours ? (claims as unknown as SessionClaims) : undefined;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

const sign = (text: string, secret: string) => createHmac("sha256", secret).update(text).digest("base64url");

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

function decode(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
