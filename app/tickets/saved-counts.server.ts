// How many tickets the personal views hold. They can ask for anything, so they are counted when somebody looks: only
// to a thousand, for a moment at most, and once for everybody who looks within a few seconds.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { now, SECOND } from "../lib/clock.ts";
import { once } from "../lib/once.server.ts";
import { EXACT_TO } from "./count.ts";
import { readFilter } from "./filter.ts";
import { matching, readBy, type Asker } from "./matching.server.ts";
import { listViews } from "./saved-views.server.ts";

const FRESH_FOR = 5 * SECOND;
const LONGEST = 500;
const MOST_KEPT = 2000;

type Counts = Record<string, number>;
const counted = once("saved-counts", () => new Map<string, { until: number; counts: Promise<Counts> }>());

/** By view id; a view that takes too long to count has no number. */
export function countViews(workspace: { id: string }, asker: Asker): Promise<Counts> {
  const at = now().getTime();
  const kept = counted.get(asker.id);
  if (kept && kept.until > at) return kept.counts;
  if (counted.size >= MOST_KEPT) counted.clear();
  const counts = countEach(workspace, asker);
  counted.set(asker.id, { until: at + FRESH_FOR, counts });
  counts.catch(() => counted.delete(asker.id));
  return counts;
}

async function countEach(workspace: { id: string }, asker: Asker): Promise<Counts> {
  const counts: Counts = {};
  for (const { id, query } of await listViews(workspace, asker)) {
    const number = await countMatching(workspace, asker, query).catch(() => null);
    if (number !== null) counts[id] = number;
  }
  return counts;
}

/** Up to a thousand and one. Throws when it takes longer than it may. */
const countMatching = (workspace: { id: string }, asker: Asker, query: string): Promise<number> => {
  const filter = readFilter(new URLSearchParams(query));
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(LONGEST)}, true)`;
    const [row] = await tx.$queryRaw<{ number: number }[]>`
      SELECT count(*)::int AS number FROM (
        SELECT 1 FROM "Ticket" t ${filter.unread ? readBy(asker) : Prisma.empty}
        WHERE t."workspaceId" = ${workspace.id}::uuid AND ${matching(workspace, asker, filter)} LIMIT ${EXACT_TO + 1}) matching`;
    return row?.number ?? 0;
  });
};
