// How many tickets a filter means. It can ask for anything, so it is counted only to a thousand, and for a moment at most.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { EXACT_TO } from "./count.ts";
import { readFilter } from "./filter.ts";
import { matching, readBy, type Asker } from "./matching.server.ts";

/** Up to a thousand and one. Throws when it takes longer than it may (ms). */
export const countMatching = (
  workspace: { id: string },
  asker: Asker,
  query: string,
  longest: number,
): Promise<number> => {
  const filter = readFilter(new URLSearchParams(query));
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(longest)}, true)`;
    const [row] = await tx.$queryRaw<{ number: number }[]>`
      SELECT count(*)::int AS number FROM (
        SELECT 1 FROM "Ticket" t ${filter.unread || filter.search ? readBy(asker) : Prisma.empty}
        WHERE t."workspaceId" = ${workspace.id}::uuid AND ${matching(workspace, asker, filter)} LIMIT ${EXACT_TO + 1}) matching`;
    return row?.number ?? 0;
  });
};
