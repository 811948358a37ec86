// How much waits for an agent's eyes: the numbers of the navigation, and all that open pages are kept current with.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { MOMENT } from "../live/moment.server.ts";
import type { EverybodysNumbers, Numbers } from "../live/numbers.ts";
import { sortOut } from "../tickets/counts.server.ts";
import { ringingOf } from "./bell.server.ts";

/** What one agent's navigation says: `heard` and `read` make what is unread (tickets/counts.ts), and `ringing`. */
export async function readWaiting(workspace: { id: string }, agent: { id: string }): Promise<Numbers> {
  const [row] = await db.$queryRaw<[{ asOf: number; heard: number; read: number; ringing: number }]>`
    SELECT ${MOMENT} AS "asOf", coalesce(sum(value) FILTER (WHERE name = 'heard'), 0)::int AS heard,
      coalesce(sum(value) FILTER (WHERE name <> 'heard'), 0)::int AS read,
      ${ringingOf(workspace, Prisma.sql`${agent.id}::uuid`)} AS ringing
    FROM "TicketCount" WHERE "workspaceId" = ${workspace.id}::uuid AND name IN ('heard', ${`read:${agent.id}`})`;
  const { asOf, ...values } = row;
  return { asOf, values };
}

/** Everybody's numbers at once, in one statement and one JSON; the bell's only of the agents asked about. */
export async function readEverybodys(workspaceId: string, agentIds: string[]): Promise<EverybodysNumbers> {
  const [row] = await db.$queryRaw<
    [{ asOf: number; kept: Record<string, number> | null; ringing: Record<string, number> | null }]
  >`
    SELECT ${MOMENT} AS "asOf",
      (SELECT json_object_agg(name, value) FROM (
        SELECT name, sum(value) AS value FROM "TicketCount" WHERE "workspaceId" = ${workspaceId}::uuid GROUP BY name) sums) AS kept,
      (SELECT json_object_agg(id, ${ringingOf({ id: workspaceId }, Prisma.sql`asked.id`)}) FROM unnest(${agentIds}::uuid[]) AS asked (id)) AS ringing`;
  const { shared, own } = sortOut(row.kept ?? {});
  for (const [agentId, ringing] of Object.entries(row.ringing ?? {}))
    own[agentId] = { ...own[agentId], ringing };
  return { asOf: row.asOf, shared, own };
}
