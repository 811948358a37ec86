// Whether a visitor is there, and where: their open streams say so every few seconds, their questions each time. Who said
// nothing for a while has left.
import { db, runPrepared } from "../../db.server.ts";
import { later, now, SECOND } from "../../lib/clock.ts";
import { VISITOR_MOVED } from "../../live/news.ts";
import { LIVE_CHANNEL } from "../../live/publish.server.ts";
import { asJson } from "./as-json.ts";
import type { Cart, PageOf } from "./protocol.ts";
import type { Visitor } from "./visitor.server.ts";

/** Who said nothing for so long is gone. */
const SILENT = 20 * SECOND;
/** How often open streams say that their visitors are there. */
export const SEEN_EVERY = 8 * SECOND;
/** A page was closed: the next one, or another tab, has so long to say something. */
const CLOSED = 10 * SECOND;

type Ref = Pick<Visitor, "workspaceId" | "id">;

/** These visitors are there. Who had left is back, and the agents are told. */
export async function noteSeen(visitors: Ref[]): Promise<void> {
  if (!visitors.length) return;
  await runPrepared({
    name: "visitors-seen",
    text: SEEN,
    values: [
      visitors.map(({ workspaceId }) => workspaceId),
      visitors.map(({ id }) => id),
      now(),
      LIVE_CHANNEL,
    ],
  });
}

/** A page of theirs was closed. Another one says soon that they are still there; else they are taken for gone early. */
export async function notePageClosed({ workspaceId, id }: Ref): Promise<void> {
  const lastSeenAt = later(now(), CLOSED - SILENT);
  await db.visitor.updateMany({
    where: { workspaceId, id, goneAt: null, lastSeenAt: { gt: lastSeenAt } },
    data: { lastSeenAt },
  });
}

/** Notices who has left, and tells the agents they were talking to. */
export async function noticeGone(): Promise<void> {
  const at = now();
  await runPrepared({
    name: "visitors-gone",
    text: GONE,
    values: [at, later(at, -SILENT), LIVE_CHANNEL],
  });
}

/** They went on to another page of the shop, or their cart is another. */
export async function noteMoved(
  visitor: Ref,
  where: { page: PageOf; cart?: Cart | undefined },
): Promise<void> {
  const { workspaceId, id } = visitor;
  await db.visitor.updateMany({
    where: { workspaceId, id },
    data: {
      page: asJson(where.page),
      ...(where.cart ? { cart: asJson(where.cart) } : {}),
      lastSeenAt: now(),
    },
  });
  await noteSeen([visitor]);
  await runPrepared({ name: "visitor-moved", text: MOVED, values: [workspaceId, id, LIVE_CHANNEL] });
}

/** What tells agents of the conversations that these visitors (`who`) have going. */
const tellAgents = (who: string, channel: string) => `
  SELECT pg_notify(${channel}, json_build_object('workspaceId', c."workspaceId", 'id', gen_random_uuid(),
    'type', '${VISITOR_MOVED}', 'ticketId', coalesce(t."mergedIntoId", t.id))::text)
  FROM ${who} w
  JOIN "Chat" c ON c."workspaceId" = w."workspaceId" AND c."visitorId" = w.id AND c.state <> 'ended'
  JOIN "Ticket" t ON t."workspaceId" = c."workspaceId" AND t.id = c."ticketId"`;

// In order of their keys: two processes that see the same visitors never wait for one another in a circle.
const SEEN = `
  WITH here AS (
    SELECT v."workspaceId", v.id, v."goneAt" FROM unnest($1::uuid[], $2::uuid[]) AS s(workspace, id)
    JOIN "Visitor" v ON v."workspaceId" = s.workspace AND v.id = s.id
    ORDER BY v."workspaceId", v.id FOR UPDATE OF v
  ), noted AS (
    UPDATE "Visitor" v SET "lastSeenAt" = greatest(v."lastSeenAt", $3::timestamptz), "goneAt" = NULL
    FROM here WHERE v."workspaceId" = here."workspaceId" AND v.id = here.id
  ), back AS (SELECT "workspaceId", id FROM here WHERE "goneAt" IS NOT NULL)
  ${tellAgents("back", "$4")}`;

const GONE = `
  WITH gone AS (
    UPDATE "Visitor" SET "goneAt" = $1::timestamptz
    WHERE ("workspaceId", id) IN (
      SELECT "workspaceId", id FROM "Visitor" WHERE "goneAt" IS NULL AND "lastSeenAt" < $2::timestamptz
      ORDER BY "lastSeenAt" LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING "workspaceId", id
  )
  ${tellAgents("gone", "$3")}`;

const MOVED = `
  WITH moved AS (SELECT $1::uuid AS "workspaceId", $2::uuid AS id)
  ${tellAgents("moved", "$3")}`;
