import { Prisma } from "@prisma/client";

/**
 * Which moment a statement sees, as a number: how many transactions were over. Of two answers the one with the higher
 * moment is the later truth, whichever process and connection read them; a clock could not tell.
 */
export const MOMENT = Prisma.sql`(
  SELECT (pg_snapshot_xmax(seen)::text::bigint - (SELECT count(*) FROM pg_snapshot_xip(seen)))::float8
  FROM pg_current_snapshot() AS seen)`;
