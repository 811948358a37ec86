// Who holds a token. It is 256 random bits, only its hash is kept, and it opens its own conversation in its own store.
import { createHash, randomBytes } from "node:crypto";
import { db, type Tx } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";

export interface Visitor {
  workspaceId: string;
  id: string;
  storeId: string;
  customerId: string | null;
  shopifyId: string | null;
  name: string | null;
  email: string | null;
  locale: string | null;
  timeZone: string | null;
  goneAt: Date | null;
  blockedAt: Date | null;
}

/** As they are known by their token: with where they were last, and what their store speaks. */
export interface KnownVisitor extends Visitor {
  page: unknown;
  storeLocale: string;
}

const TOKEN = /^[\w-]{43}$/;
const LASTS = 180 * DAY;
/** A token's life is only written down anew when this much of it is over. */
const RENEWED = 10 * DAY;

/** The visitor a token is of; null for guesses, expired and redacted ones, and those of stores that are gone, all alike. */
export async function visitorOf(token: string, place?: { storeId: string }): Promise<KnownVisitor | null> {
  if (!TOKEN.test(token)) return null;
  const tokenHash = hashOf(token);
  const at = now();
  const [found] = await db.$queryRaw<(KnownVisitor & { expiresAt: Date })[]>`
    SELECT v."workspaceId", v.id, v."storeId", v."customerId", v."shopifyId", v.name, v.email, v.locale, v."timeZone",
      v."goneAt", v."blockedAt", v.page, s.locale AS "storeLocale", k."expiresAt"
    FROM "VisitorToken" k
    JOIN "Visitor" v ON v."workspaceId" = k."workspaceId" AND v.id = k."visitorId"
    JOIN "Store" s ON s."workspaceId" = k."workspaceId" AND s.id = k."storeId" AND s."uninstalledAt" IS NULL
    WHERE k."tokenHash" = ${tokenHash} AND k."expiresAt" > ${at}`;
  if (!found || (place && found.storeId !== place.storeId)) return null;
  const { expiresAt, ...visitor } = found;
  if (expiresAt < later(at, LASTS - RENEWED))
    await db.visitorToken.updateMany({ where: { tokenHash }, data: { expiresAt: later(at, LASTS) } });
  return visitor;
}

/** A new token for a visitor. It is never to be seen again. */
export async function giveToken(
  tx: Tx,
  { workspaceId, id: visitorId, storeId }: Pick<Visitor, "workspaceId" | "id" | "storeId">,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = later(now(), LASTS);
  await tx.visitorToken.create({
    data: { tokenHash: hashOf(token), workspaceId, storeId, visitorId, createdAt: now(), expiresAt },
  });
  return token;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
