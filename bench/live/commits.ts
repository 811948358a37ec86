// News as a customer's message makes them: a ticket goes to the top of its list, and all processes are told.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { LiveSignal } from "../../app/live/news.ts";
import { LIVE_CHANNEL } from "../../app/live/publish.server.ts";
import { query } from "../databases.ts";
import { clock } from "./clock.ts";

export interface Committed {
  /** of the signal */
  id: string;
  /** what the row shows since */
  words: string;
  /** when COMMIT was sent */
  at: number;
}

const TICKETS = 20;

/** Commits them one after the other. */
export async function commitNews(
  databaseUrl: string,
  { news, every }: { news: number; every: number },
): Promise<Committed[]> {
  const tickets = await query<{ id: string; workspaceId: string }>(
    databaseUrl,
    `SELECT t.id, t."workspaceId" FROM "Ticket" t JOIN "ShopDomain" d ON d."workspaceId" = t."workspaceId"
     WHERE d.domain = 'fjallrum.myshopify.com' AND t.status = 'open' AND NOT t.spam
       AND t."mergedIntoId" IS NULL AND t."archivedAt" IS NULL
     ORDER BY t."lastMessageAt" DESC LIMIT ${TICKETS}`,
  );
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const committed: Committed[] = [];
  for (let n = 0; n < news; n++) {
    // The last of them comes to the top, and so on.
    const ticket = tickets[tickets.length - 1 - (n % tickets.length)];
    if (!ticket) throw new Error("There are no tickets.");
    // In and out of the inbox: the counts move with all news.
    const turn = Math.trunc(n / tickets.length);
    const words = `news ${n} end`;
    const signal: LiveSignal = {
      workspaceId: ticket.workspaceId,
      id: randomUUID(),
      type: "message-received",
      ticketId: ticket.id,
    };
    await client.query("BEGIN");
    await client.query(
      `UPDATE "Ticket" SET preview = $3, "lastMessageAt" = now(), "lastInboundAt" = now(), "waitingOn" = $4
       WHERE "workspaceId" = $1 AND id = $2`,
      [ticket.workspaceId, ticket.id, words, turn % 2 ? "us" : "customer"],
    );
    await client.query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, JSON.stringify(signal)]);
    committed.push({ id: signal.id, words, at: clock() });
    await client.query("COMMIT");
    await pause(every);
  }
  await client.end();
  return committed;
}
