// What a ticket's page shows of its chat: its own, or that of a ticket that was merged into it.
import { Prisma } from "@prisma/client";
import { isAnsweredInChat, type ChatState, type EndedBy } from "./chat.ts";
import { readCart, readPage, type ShownChat } from "./shown-chat.ts";

/** As a column, of ticket `t`: the chat that is going on, else the latest; null for a ticket without any. */
export const chatColumn = Prisma.sql`(
  WITH RECURSIVE here AS (
    SELECT t.id
    UNION
    SELECT m.id FROM "Ticket" m JOIN here h ON m."mergedIntoId" = h.id WHERE m."workspaceId" = t."workspaceId")
  SELECT json_build_object('state', c.state, 'offline', c.offline, 'startedAt', c."startedAt",
    'acceptedAt', c."acceptedAt", 'endedAt', c."endedAt", 'endedBy', c."endedBy", 'visitorReadAt', c."visitorReadAt",
    'rating', c.rating, 'ratingComment', c."ratingComment", 'followedUpAt', c."followedUpAt",
    'visitorId', v.id, 'name', v.name, 'email', v.email, 'proven', v."shopifyId" IS NOT NULL, 'locale', v.locale,
    'timeZone', v."timeZone", 'page', v.page, 'cart', v.cart, 'goneAt', v."goneAt", 'blockedAt', v."blockedAt",
    'host', coalesce(s."publicDomain", s."shopDomain"),
    'acceptedBy', CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END,
    'lastCameBy', (
      SELECT m.channel FROM "Message" m
      WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.kind = 'inbound' AND m.machine IS NULL
      ORDER BY m."createdAt" DESC, m.id DESC LIMIT 1))
  FROM here JOIN "Chat" c ON c."workspaceId" = t."workspaceId" AND c."ticketId" = here.id
  JOIN "Visitor" v ON v."workspaceId" = c."workspaceId" AND v.id = c."visitorId"
  LEFT JOIN "Agent" b ON b."workspaceId" = c."workspaceId" AND b.id = c."acceptedById"
  ORDER BY c.state <> 'ended' DESC, c."lastVisitorAt" DESC LIMIT 1)`;

/** The column as it comes: times are Postgres' own words for them. */
export interface ChatRow {
  state: ChatState;
  offline: boolean;
  startedAt: string;
  acceptedAt: string | null;
  acceptedBy: { id: string; name: string } | null;
  endedAt: string | null;
  endedBy: EndedBy | null;
  visitorReadAt: string | null;
  rating: number | null;
  ratingComment: string | null;
  followedUpAt: string | null;
  lastCameBy: string | null;
  visitorId: string;
  name: string | null;
  email: string | null;
  proven: boolean;
  locale: string | null;
  timeZone: string | null;
  page: unknown;
  cart: unknown;
  goneAt: string | null;
  blockedAt: string | null;
  host: string;
}

export const presentChat = (row: ChatRow): ShownChat => ({
  state: row.state,
  offline: row.offline,
  startedAt: iso(row.startedAt) ?? "",
  acceptedAt: iso(row.acceptedAt),
  acceptedBy: row.acceptedBy,
  endedAt: iso(row.endedAt),
  endedBy: row.endedBy,
  visitorReadAt: iso(row.visitorReadAt),
  rating: row.rating,
  ratingComment: row.ratingComment,
  answers: isAnsweredInChat({ ...row, goneAt: date(row.goneAt), followedUpAt: date(row.followedUpAt) })
    ? "chat"
    : "email",
  visitor: {
    id: row.visitorId,
    name: row.name,
    email: row.email,
    proven: row.proven,
    locale: row.locale,
    timeZone: row.timeZone,
    page: readPage(row.page, row.host),
    cart: readCart(row.cart),
    goneAt: iso(row.goneAt),
    blockedAt: iso(row.blockedAt),
  },
});

const date = (at: string | null): Date | null => (at === null ? null : new Date(at));
const iso = (at: string | null): string | null => date(at)?.toISOString() ?? null;
