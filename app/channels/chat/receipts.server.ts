// What a visitor has received, and read, of what we said; and that they type. Agents see it at once.
import { db, runPrepared } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import { VISITOR_MOVED, VISITOR_TYPING } from "../../live/news.ts";
import { LIVE_CHANNEL, publish } from "../../live/publish.server.ts";
import type { Visitor } from "./visitor.server.ts";

type Ref = Pick<Visitor, "workspaceId" | "id">;

/** Their browser has everything up to this place of a conversation. Said again it changes nothing. */
export async function noteReceived(
  { workspaceId }: Ref,
  { chatId, upTo }: { chatId: string; upTo: number },
): Promise<void> {
  await runPrepared({
    name: "chat-received",
    text: RECEIVED,
    values: [workspaceId, chatId, upTo, LIVE_CHANNEL],
  });
}

/** They have looked at everything up to this message. Then nothing is left to be mailed to them. */
export async function noteRead({ workspaceId, id }: Ref, messageId: string): Promise<void> {
  await runPrepared({ name: "chat-read", text: READ, values: [workspaceId, id, messageId, LIVE_CHANNEL] });
}

/** They type, or stopped. */
export async function noteVisitorTyping({ workspaceId, id }: Ref, on: boolean): Promise<void> {
  const chat = await db.chat.findFirst({
    where: { workspaceId, visitorId: id, state: { not: "ended" } },
    select: { ticketId: true, ticket: { select: { mergedIntoId: true } } },
  });
  if (!chat) return;
  await publish(db, {
    workspaceId,
    id: newId(),
    type: VISITOR_TYPING,
    ticketId: chat.ticket.mergedIntoId ?? chat.ticketId,
    state: on ? "typing" : "gone",
  });
}

const tell = (channel: string) => `
  SELECT pg_notify(${channel}, json_build_object('workspaceId', c."workspaceId", 'id', gen_random_uuid(),
    'type', '${VISITOR_MOVED}', 'ticketId', coalesce(t."mergedIntoId", t.id))::text)
  FROM changed c JOIN "Ticket" t ON t."workspaceId" = c."workspaceId" AND t.id = c."ticketId"`;

const RECEIVED = `
  WITH received AS (
    UPDATE "Message" SET delivery = 'delivered'
    WHERE "workspaceId" = $1::uuid AND "chatId" = $2::uuid AND "chatSeq" <= $3::int
      AND kind = 'outbound' AND delivery IN ('queued', 'sent')
    RETURNING "workspaceId", "chatId"
  ), changed AS (SELECT DISTINCT "workspaceId", "chatId" AS "ticketId" FROM received)
  ${tell("$4")}`;

const READ = `
  WITH changed AS (
    UPDATE "Chat" c SET "visitorReadAt" = m."createdAt",
      "followUpAt" = CASE WHEN c."lastAgentAt" > m."createdAt" THEN c."followUpAt" END
    FROM "Message" m
    WHERE m."workspaceId" = $1::uuid AND m.id = $3::uuid AND m."chatId" = c."ticketId"
      AND c."workspaceId" = m."workspaceId" AND c."visitorId" = $2::uuid
      AND (c."visitorReadAt" IS NULL OR c."visitorReadAt" < m."createdAt")
    RETURNING c."workspaceId", c."ticketId"
  )
  ${tell("$4")}`;
