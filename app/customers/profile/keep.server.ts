// The one reader and writer of CustomerProfile. What was asked for earlier never overwrites what was asked for later.
import { createHash } from "node:crypto";
import type { Tx } from "../../db.server.ts";
import { CUSTOMER_BY_ID, type CustomerNode } from "../customer.graphql.ts";
import type { Answer } from "./ask.server.ts";

interface Place {
  workspaceId: string;
  storeId: string;
  customerId: string;
}

export interface Kept {
  shopifyId: string | null;
  /** null: the store has no such customer */
  node: CustomerNode | null;
  withheld: boolean;
  readAt: Date;
}

/** An answer to a question with other fields cannot be shown: the code that shows it is of this question. */
const QUERY = createHash("sha256").update(CUSTOMER_BY_ID).digest("hex").slice(0, 16);

/** A row as a query has it, as JSON. */
export interface KeptRow {
  query: string;
  shopifyId: string | null;
  answer: CustomerNode | null;
  withheld: boolean;
  /** ISO 8601 */
  readAt: string;
}

/** The last good answer; null when it was one to another question. */
export const keptOf = ({ query, shopifyId, answer, withheld, readAt }: KeptRow): Kept | null =>
  query === QUERY ? { shopifyId, node: answer, withheld, readAt: new Date(readAt) } : null;

/** Keeps an answer, unless the customer is gone or something newer is kept. Returns whether it says anything new. */
export async function keepAnswer(
  client: Tx,
  { workspaceId, storeId, customerId }: Place,
  { data, withheld }: Answer,
  readAt: Date,
): Promise<boolean> {
  const answer = data === null ? null : JSON.stringify(data, withoutNul);
  const rows = await client.$queryRaw<{ fresh: boolean }[]>`
    WITH before AS (
      SELECT answer FROM "CustomerProfile" WHERE "workspaceId" = ${workspaceId}::uuid
        AND "storeId" = ${storeId}::uuid AND "customerId" = ${customerId}::uuid
    ), kept AS (
      INSERT INTO "CustomerProfile" AS held (
        "workspaceId", "storeId", "customerId", "shopifyId", query, answer, withheld, "readAt")
      SELECT ${workspaceId}::uuid, ${storeId}::uuid, c.id, ${data?.legacyResourceId ?? null}, ${QUERY},
        ${answer}::jsonb, ${withheld}, ${readAt}::timestamptz
      FROM "Customer" c WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ${customerId}::uuid FOR KEY SHARE
      ON CONFLICT ("workspaceId", "storeId", "customerId") DO UPDATE SET "shopifyId" = excluded."shopifyId",
        query = excluded.query, answer = excluded.answer, withheld = excluded.withheld, "readAt" = excluded."readAt"
      WHERE held."readAt" <= excluded."readAt"
      RETURNING answer)
    SELECT kept.answer IS DISTINCT FROM (SELECT answer FROM before) AS fresh FROM kept`;
  return rows[0]?.fresh ?? false;
}

/** PostgreSQL takes none. */
const withoutNul = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "") : value;

/** What an agent just changed there is in the copy at once; everything else of it waits for the next reading. */
export const keepChange = (
  tx: Tx,
  { workspaceId, storeId, customerId }: Place,
  change: { note: string } | { tags: string[] },
): Promise<number> => tx.$executeRaw`
  UPDATE "CustomerProfile" SET answer = answer || ${JSON.stringify(change, withoutNul)}::jsonb
  WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid
    AND "customerId" = ${customerId}::uuid AND answer IS NOT NULL`;
