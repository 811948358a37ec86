// A search as SQL: conditions on ticket `t`.
import { Prisma } from "@prisma/client";
import type { Condition, Query, Term } from "./query.ts";

/** Who searches where: "me", what is unread and when a day begins are theirs. */
export interface Searcher {
  workspaceId: string;
  agentId: string;
  /** IANA */
  timeZone: string;
}

/** Of these a ticket has one, so several mean any of them; all else must hold together, as with the chips. */
const EITHER: Condition["on"][] = ["status", "priority", "channel", "store", "assignee", "order"];

/** What the operators ask of a ticket. */
export function askedOf(searcher: Searcher, { conditions }: Query): Prisma.Sql[] {
  const wanted = conditions.filter(({ not }) => !not);
  const either = EITHER.map((on) => wanted.filter((one) => one.on === on)).filter((some) => some.length);
  const each = wanted.filter(({ on }) => !EITHER.includes(on)).map((one) => [one]);
  const unwanted = conditions.filter(({ not }) => not);
  return [
    ...[...either, ...each].map(
      (some) =>
        Prisma.sql`(${Prisma.join(
          some.map((one) => conditionOn(searcher, one)),
          " OR ",
        )})`,
    ),
    ...unwanted.map((one) => Prisma.sql`(${conditionOn(searcher, one)}) IS NOT TRUE`),
  ];
}

/** That its words stand in ticket `t`. */
export const wordsIn = (workspace: { id: string }, { terms }: Query): Prisma.Sql[] =>
  terms.length
    ? [
        Prisma.sql`EXISTS (SELECT 1 FROM "SearchDocument" d WHERE d."workspaceId" = t."workspaceId" AND d."ticketId" = t.id
          AND d.words @@ (SELECT ${asQuery(workspace, terms)}))`,
      ]
    : [];

/** Words as one query for the index; NULL, which nothing matches, when nothing is left of them. */
export const asQuery = (workspace: { id: string }, terms: Term[]): Prisma.Sql =>
  Prisma.sql`search_query(${workspace.id}::uuid, ${JSON.stringify(terms.map(writeTerm))}::jsonb)`;

const SECTIONS = { subject: "A", from: "B", to: "C" } as const;

const writeTerm = ({ section, ...term }: Term) => ({ ...term, section: section ? SECTIONS[section] : "" });

function conditionOn({ workspaceId, agentId, timeZone }: Searcher, condition: Condition): Prisma.Sql {
  switch (condition.on) {
    case "label":
      return Prisma.sql`EXISTS (SELECT 1 FROM "TicketLabel" l WHERE l."workspaceId" = t."workspaceId" AND l."ticketId" = t.id
        AND l."labelId" = ANY(${labelsNamed(workspaceId, condition.value)}))`;
    case "assignee":
      if (condition.value === "me") return Prisma.sql`t."assigneeId" = ${agentId}::uuid`;
      if (condition.value === "none") return Prisma.sql`t."assigneeId" IS NULL`;
      return Prisma.sql`t."assigneeId" = ANY(ARRAY(SELECT n.id FROM "Agent" n WHERE n."workspaceId" = ${workspaceId}::uuid
        AND (starts_with(search_fold(n.name), search_fold(${condition.value})) OR lower(n.email) = lower(${condition.value}))))`;
    case "store":
      return Prisma.sql`t."storeId" = ANY(ARRAY(SELECT n.id FROM "Store" n WHERE n."workspaceId" = ${workspaceId}::uuid
        AND starts_with(search_fold(n.name), search_fold(${condition.value}))))`;
    case "order":
      return Prisma.sql`ltrim(lower(t."orderName"), '#') = ltrim(lower(${condition.value}), '#')`;
    case "priority":
      return Prisma.sql`t.priority = ${condition.value}`;
    case "channel":
      return Prisma.sql`t.channel = ${condition.value}`;
    case "status":
      return Prisma.sql`t.status = ${condition.value}`;
    case "unread":
      return Prisma.sql`t."lastInboundAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TicketRead" seen
        WHERE seen."workspaceId" = t."workspaceId" AND seen."ticketId" = t.id AND seen."agentId" = ${agentId}::uuid
          AND seen."readAt" >= t."lastInboundAt")`;
    case "files":
      return Prisma.sql`t."hasFiles"`;
    case "before":
      return Prisma.sql`t."createdAt" < ${condition.value}::date::timestamp AT TIME ZONE ${timeZone}`;
    case "after":
      // What was said last was said later: lists stand in that order.
      return Prisma.sql`t."createdAt" >= ${condition.value}::date::timestamp AT TIME ZONE ${timeZone}
        AND t."lastMessageAt" >= ${condition.value}::date::timestamp AT TIME ZONE ${timeZone}`;
  }
}

const labelsNamed = (workspaceId: string, name: string): Prisma.Sql =>
  Prisma.sql`ARRAY(SELECT n.id FROM "Label" n WHERE n."workspaceId" = ${workspaceId}::uuid
    AND n."retiredAt" IS NULL AND search_fold(n.name) = search_fold(${name}))`;

/** Ids of all tickets with a label the search names; null where it names none. */
export function labelled(workspace: { id: string }, { conditions }: Query): Prisma.Sql | null {
  const named = conditions.find((one) => one.on === "label" && !one.not);
  return named?.on === "label"
    ? Prisma.sql`SELECT l."ticketId" AS id FROM "TicketLabel" l
        WHERE l."workspaceId" = ${workspace.id}::uuid AND l."labelId" = ANY(${labelsNamed(workspace.id, named.value)})`
    : null;
}
