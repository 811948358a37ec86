// The pieces of large raw inputs (ReceivedPart). The database deletes them with their Received row.
import { runPrepared } from "../db.server.ts";
import { DAY, HOUR, later, now } from "../lib/clock.ts";

/** Writes one piece. */
export async function writePart(receivedId: string, part: number, bytes: Buffer): Promise<void> {
  await runPrepared({
    name: "write-part",
    text: `INSERT INTO "ReceivedPart" ("receivedId", part, bytes, "createdAt") VALUES ($1, $2, $3, $4)`,
    values: [receivedId, part, bytes, now()],
  });
}

/** One piece; null when there is none such. */
export async function readPart(receivedId: string, part: number): Promise<Buffer | null> {
  const { rows } = await runPrepared({
    name: "read-part",
    text: `SELECT bytes FROM "ReceivedPart" WHERE "receivedId" = $1 AND part = $2`,
    values: [receivedId, part],
  });
  return (rows[0] as { bytes: Buffer } | undefined)?.bytes ?? null;
}

/** All of them, put together in one allocation. */
export async function readParts(receivedId: string, parts: number): Promise<Buffer> {
  const { rows } = await runPrepared({
    name: "size-of-parts",
    text: `SELECT coalesce(sum(octet_length(bytes)), 0)::int AS size FROM "ReceivedPart" WHERE "receivedId" = $1`,
    values: [receivedId],
  });
  const whole = Buffer.alloc((rows[0] as { size: number } | undefined)?.size ?? 0);
  for (let part = 0, at = 0; part < parts; part++)
    at += (await readPart(receivedId, part))?.copy(whole, at) ?? 0;
  return whole;
}

/** Those of an upload that came to nothing. */
export async function deleteParts(receivedId: string): Promise<void> {
  await runPrepared({
    name: "delete-parts",
    text: `DELETE FROM "ReceivedPart" WHERE "receivedId" = $1`,
    values: [receivedId],
  });
}

/** Longer than anybody takes to send a hundred megabytes; and so far back is looked for what nobody swept. */
const BROKEN_OFF = HOUR;
const LOOKED_BACK = 7 * DAY;

/** Removes pieces whose upload broke off with its process: a while old, and no row to belong to. */
export async function sweepParts(): Promise<void> {
  await runPrepared({
    name: "sweep-parts",
    text: `DELETE FROM "ReceivedPart" WHERE "receivedId" IN (
             SELECT p."receivedId" FROM "ReceivedPart" p
             WHERE p."createdAt" > $1 AND p."createdAt" < $2 AND p.part = 0
               AND NOT EXISTS (SELECT 1 FROM "Received" r WHERE r.id = p."receivedId"))`,
    values: [later(now(), -LOOKED_BACK), later(now(), -BROKEN_OFF)],
  });
}
