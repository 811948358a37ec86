// A visitor's conversation as it stands, and what was said in it since: one statement, for whoever asks or listens.
import { runPrepared } from "../../db.server.ts";
import { later, now, SECOND } from "../../lib/clock.ts";
import { NOWHERE, writeCursor, type Cursor } from "./cursor.ts";
import type { ChatView, MessageView } from "./protocol.ts";
import { viewChat, viewMessage, type ChatRow, type MessageRow } from "./view.server.ts";

export interface Heard {
  chat: ChatView | null;
  messages: MessageView[];
  /** of the last of them if there are more, else of all there is */
  cursor: string;
  more: boolean;
  typing: boolean;
  /** the ticket its conversation stands in now */
  ticketId: string | null;
  /** the newest of our messages among them that had not been received yet */
  undelivered: number | null;
}

/** So many at once; who has missed more asks again. */
const MOST = 100;
/** As long as an agent's tab is believed to be typing (tickets/presence.server.ts). */
const TYPING = 12 * SECOND;

/**
 * The conversation that is going on, else the one the cursor is of, else one that ended while its visitor was away. Of
 * that, what came after the cursor; without one the latest.
 */
export const readHeard = (visitor: VisitorKey, cursor: Cursor | null): Promise<Heard> =>
  read(visitor, cursor, { going: true });

/** The same of the conversation the cursor is of, whatever is going on since. */
export const readHeardIn = (visitor: VisitorKey, cursor: Cursor): Promise<Heard> =>
  read(visitor, cursor, { going: false });

interface VisitorKey {
  workspaceId: string;
  id: string;
}

async function read(
  { workspaceId, id }: VisitorKey,
  cursor: Cursor | null,
  { going }: { going: boolean },
): Promise<Heard> {
  const at = now();
  const { chatId = null, revision: known = 0 } = cursor ?? {};
  const { rows } = await runPrepared({
    name: "chat-heard",
    text: HEARD,
    values: [workspaceId, id, chatId, known, MOST + 1, later(at, -TYPING), at, going],
  });
  const row = rows[0] as (ChatRow & { messages: MessageRow[] | null }) | undefined;
  if (!row) return { ...NOTHING };
  const isKnown = chatId === row.ticketId;
  const all = row.messages ?? [];
  const more = isKnown && all.length > MOST;
  const said = isKnown ? all.slice(0, MOST) : all.slice(-MOST);
  const revision = more ? (said.at(-1)?.chatSeq ?? row.revision) : row.revision;
  const ours = said.filter(
    ({ kind, delivery }) => kind === "outbound" && (delivery === "queued" || delivery === "sent"),
  );
  return {
    chat: viewChat(row),
    messages: said.map((message) => viewMessage(workspaceId, message)),
    cursor: writeCursor({ chatId: row.ticketId, revision }),
    more,
    typing: row.typing,
    ticketId: row.standsIn,
    undelivered: ours.at(-1)?.chatSeq ?? null,
  };
}

const NOTHING: Heard = {
  chat: null,
  messages: [],
  cursor: NOWHERE,
  more: false,
  typing: false,
  ticketId: null,
  undelivered: null,
};

/** Who it is, as shoppers see them. */
const face = (agent: string) => `
  CASE WHEN ${agent}.id IS NOT NULL THEN json_build_object('name', ${agent}.name, 'shownName', ${agent}."shownName",
    'pictureKey', ${agent}."pictureKey") END`;

// $1 workspace, $2 visitor, $3 and $4 the cursor, $5 how many, $6 since when typing counts, $7 now,
// $8 whether another conversation than the cursor's will do.
const HEARD = `
  WITH mine AS (
    SELECT c.* FROM "Chat" c
    WHERE c."workspaceId" = $1::uuid AND c."visitorId" = $2::uuid
      AND (c."ticketId" = $3::uuid OR ($8::boolean AND (c.state <> 'ended' OR (c."lastAgentAt" > coalesce(c."visitorReadAt", c."startedAt") AND c."endedAt" > $7::timestamptz - interval '7 days'))))
    ORDER BY c.state <> 'ended' DESC, c."ticketId" IS NOT DISTINCT FROM $3::uuid DESC, c."startedAt" DESC LIMIT 1
  ), here AS (
    SELECT mine.*, t.number, t.spam, coalesce(t."mergedIntoId", t.id) AS "standsIn" FROM mine
    JOIN "Ticket" t ON t."workspaceId" = mine."workspaceId" AND t.id = mine."ticketId"
  )
  SELECT here.*, w."ticketPrefix", v.email, coalesce(${face("a")}, ${face("b")}) AS agent,
    EXISTS (SELECT 1 FROM "Presence" p WHERE p."workspaceId" = here."workspaceId" AND p."ticketId" = here."standsIn"
      AND p.typing AND p."seenAt" > $6::timestamptz) AS typing,
    (SELECT json_agg(said ORDER BY said."chatSeq") FROM (
      SELECT m.id, m.kind, m.automatic, m."externalId", m.text, m.cards, m.delivery, m."createdAt", m."chatSeq", ${face("author")} AS author,
        (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f."contentType", 'size', f.size,
          'width', f.width, 'height', f.height, 'missing', f.missing) ORDER BY f.id)
         FROM "File" f WHERE f."workspaceId" = m."workspaceId" AND f."messageId" = m.id) AS files
      FROM "Message" m
      LEFT JOIN "Agent" author ON author."workspaceId" = m."workspaceId" AND author.id = m."authorId"
      WHERE m."workspaceId" = here."workspaceId" AND m."chatId" = here."ticketId"
        AND m."chatSeq" > CASE WHEN here."ticketId" = $3::uuid THEN $4::int ELSE greatest(here.revision - 1000, 0) END
      ORDER BY CASE WHEN here."ticketId" = $3::uuid THEN m."chatSeq" ELSE -m."chatSeq" END LIMIT $5::int
    ) said) AS messages
  FROM here
  JOIN "Workspace" w ON w.id = here."workspaceId"
  JOIN "Visitor" v ON v."workspaceId" = here."workspaceId" AND v.id = here."visitorId"
  JOIN "Ticket" s ON s."workspaceId" = here."workspaceId" AND s.id = here."standsIn"
  LEFT JOIN "Agent" a ON a."workspaceId" = s."workspaceId" AND a.id = s."assigneeId"
  LEFT JOIN "Agent" b ON b."workspaceId" = here."workspaceId" AND b.id = here."acceptedById"`;
