// A person as a visitor of a store's chat: the browsers they chatted from, with what those said of themselves.
import type { Tx } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { tellVisitor } from "../tickets/chat/touch.server.ts";
import type { Person, StoreOfDuty } from "./person.server.ts";

/** What is kept of them, for an export. */
export async function visitsOf(tx: Tx, store: StoreOfDuty, person: Person) {
  const { workspaceId } = store;
  const visitors = await tx.visitor.findMany({
    where: { workspaceId, id: { in: await visitorsOf(tx, store, person) } },
    include: {
      chats: {
        select: { state: true, startedAt: true, endedAt: true, rating: true, ratingComment: true },
        orderBy: { startedAt: "asc" },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  return visitors.map(({ name, email, locale, timeZone, page, cart, userAgent, chats, ...times }) => ({
    name,
    email,
    locale,
    timeZone,
    page,
    cart,
    userAgent,
    firstSeenAt: times.createdAt.toISOString(),
    lastSeenAt: times.lastSeenAt.toISOString(),
    chats: chats.map(({ startedAt, endedAt, ...chat }) => ({
      ...chat,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }));
}

/**
 * Forgets them: their tokens open nothing any more, their chats are over, and the visitors stay as empty as their
 * tickets. What they said and nobody took in goes too.
 */
export async function eraseVisitors(tx: Tx, store: StoreOfDuty, person: Person): Promise<void> {
  const { workspaceId } = store;
  const ids = await visitorsOf(tx, store, person);
  if (!ids.length) return;
  await tx.visitorToken.deleteMany({ where: { workspaceId, visitorId: { in: ids } } });
  await tx.$executeRaw`
    UPDATE "Chat" SET state = 'ended', "endedAt" = coalesce("endedAt", ${now()}), "silenceAt" = NULL, "followUpAt" = NULL,
      "ratingComment" = NULL, revision = revision + 1
    WHERE "workspaceId" = ${workspaceId}::uuid AND "visitorId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Visitor" SET "customerId" = NULL, "shopifyId" = NULL, name = NULL, email = NULL, locale = NULL,
      "timeZone" = NULL, page = NULL, cart = NULL, "userAgent" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Received" SET body = '', headers = '{}', reason = CASE WHEN state = 'dead' THEN 'erased' ELSE reason END,
      state = CASE WHEN state IN ('dead', 'received') THEN 'suppressed' ELSE state END
    WHERE "workspaceId" = ${workspaceId}::uuid AND source = 'chat'
      AND split_part("providerId", ':', 1) = ANY(${ids}::text[])`;
  for (const id of ids) await tellVisitor(tx, workspaceId, id);
}

/** By the conversations of their tickets, who was signed in, and what was typed by nobody who was signed in as another. */
async function visitorsOf(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  { ticketIds, customerIds, shopifyIds, emails }: Person,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM "Visitor" v
    WHERE v."workspaceId" = ${workspaceId}::uuid AND v."storeId" = ${storeId}::uuid AND (
      v."shopifyId" = ANY(${shopifyIds}::text[])
      OR (v."shopifyId" IS NULL AND (v."customerId" = ANY(${customerIds}::uuid[]) OR v.email = ANY(${emails}::text[])))
      OR EXISTS (SELECT 1 FROM "Chat" c WHERE c."workspaceId" = v."workspaceId" AND c."visitorId" = v.id
                 AND c."ticketId" = ANY(${ticketIds}::uuid[])))
    ORDER BY v.id`;
  return rows.map(({ id }) => id);
}
