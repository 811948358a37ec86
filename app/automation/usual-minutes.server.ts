// How long visitors usually wait for the first answer of a human, of those who came in office hours lately.
import { db } from "../db.server.ts";
import { DAY, HOUR, later } from "../lib/clock.ts";
import { isOpen, openMinutesBetween } from "./hours.ts";
import { readHours, type StoreRef } from "./read-hours.server.ts";

const LATELY = 30 * DAY;
const MOST = 60;
const FEWEST = 10;
/** Whoever has waited this long in vain counts; before that nobody knows. */
const GIVEN_UP = HOUR;

/** The median in whole minutes, at least one; null when there are too few, or most were never answered. */
export async function readUsualMinutes({ workspaceId, id }: StoreRef, at: Date): Promise<number | null> {
  const [hours, chats] = await Promise.all([
    readHours(db, { workspaceId, id }),
    db.$queryRaw<{ startedAt: Date; answeredAt: Date | null }[]>`
      SELECT c."startedAt", a."createdAt" AS "answeredAt" FROM (
        SELECT "ticketId", "startedAt" FROM "Chat"
        WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${id}::uuid
          AND "startedAt" > ${later(at, -LATELY)} AND "startedAt" <= ${at} AND NOT offline
        ORDER BY "startedAt" DESC LIMIT ${MOST}
      ) c LEFT JOIN LATERAL (
        SELECT "createdAt" FROM "Message"
        WHERE "workspaceId" = ${workspaceId}::uuid AND "chatId" = c."ticketId" AND kind = 'outbound' AND NOT automatic
        ORDER BY "chatSeq" LIMIT 1
      ) a ON true`,
  ]);
  const waits = chats
    .filter(({ startedAt, answeredAt }) => answeredAt !== null || later(startedAt, GIVEN_UP) < at)
    .filter(({ startedAt }) => isOpen(hours, startedAt))
    .map(({ startedAt, answeredAt }) =>
      answeredAt ? openMinutesBetween(hours, startedAt, answeredAt) : Infinity,
    );
  const usual = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)];
  if (waits.length < FEWEST || usual === undefined || usual === Infinity) return null;
  return Math.max(1, Math.ceil(usual));
}
