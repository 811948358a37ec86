// Chats that are going on, as rows: each with a visitor, their token, a ticket, and a first word from either side.
import { createHash, randomBytes } from "node:crypto";
import { query } from "../databases.ts";

export interface Chatting {
  token: string;
  ticketId: string;
}

const SHOP = "fjallrum.myshopify.com";

/** Begins so many chats in a seeded store; all are taken by the same agent. */
export async function beginChats(database: string, count: number): Promise<Chatting[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest("hex"));
  const begun = await query<{ ticketId: string }>(
    database,
    `WITH place AS (
       SELECT d."workspaceId", d."storeId", b.id AS "brandId", a.id AS "agentId" FROM "ShopDomain" d
       JOIN "Brand" b ON b."workspaceId" = d."workspaceId" AND b."storeId" = d."storeId" AND b."isDefault"
       JOIN "Agent" a ON a."workspaceId" = d."workspaceId" AND a.role = 'owner'
       WHERE d.domain = '${SHOP}' LIMIT 1
     ), many AS (
       SELECT place.*, n, gen_random_uuid() AS "visitorId", gen_random_uuid() AS "ticketId", gen_random_uuid() AS "said"
       FROM place, generate_series(1, ${count}) n
     ), numbered AS (
       UPDATE "Workspace" SET "lastTicketNumber" = "lastTicketNumber" + ${count}
       WHERE id = (SELECT "workspaceId" FROM place) RETURNING "lastTicketNumber" - ${count} AS last
     ), visitors AS (
       INSERT INTO "Visitor" ("workspaceId", id, "storeId", "lastSeenAt")
       SELECT "workspaceId", "visitorId", "storeId", now() FROM many
     ), tokens AS (
       INSERT INTO "VisitorToken" ("tokenHash", "workspaceId", "storeId", "visitorId", "expiresAt")
       SELECT ('{${hashes.join(",")}}'::text[])[n], "workspaceId", "storeId", "visitorId", now() + interval '180 days' FROM many
     ), tickets AS (
       INSERT INTO "Ticket" ("workspaceId", id, number, "storeId", "brandId", channel, subject, "assigneeId", "lastMessageId",
         "lastMessageAt", "lastInboundAt")
       SELECT "workspaceId", "ticketId", numbered.last + n, "storeId", "brandId", 'chat', 'Chat ' || n, "agentId", said, now(), now()
       FROM many, numbered
     ), messages AS (
       INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, text, "fromName", "chatId", "chatSeq", "createdAt")
       SELECT "workspaceId", said, "ticketId", 'inbound', 'chat', 'Hej!', 'Besökare', "ticketId", 1, now() FROM many
     ), chats AS (
       INSERT INTO "Chat" ("workspaceId", "ticketId", "storeId", "visitorId", state, revision, "startedAt", "acceptedAt",
         "acceptedById", "lastVisitorAt")
       SELECT "workspaceId", "ticketId", "storeId", "visitorId", 'running', 2, now(), now(), "agentId", now() FROM many
     )
     SELECT "ticketId" FROM many ORDER BY n`,
  );
  return begun.map(({ ticketId }, n) => ({ ticketId, token: tokens[n] ?? "" }));
}
