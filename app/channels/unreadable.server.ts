// What came in and could not be read: kept raw, shown with its reason, tried again on request.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { glimpse } from "./glimpse.ts";
import { beginningsOfDead, deadBytes, deadInput } from "./received.server.ts";

export interface Unreadable {
  id: string;
  source: string;
  /** ISO 8601 */
  receivedAt: string;
  /** a code the page has words for */
  reason: string;
  /** bytes */
  size: number;
  from: string | null;
  subject: string | null;
}

const MOST_LISTED = 100;

/** Enough to make out who wrote; the rest of a body may be megabytes of attachment. */
const GLIMPSE_BYTES = 4_000;
const MOST_RAW_BYTES = 1_000_000;

/** Puts a raw input aside for a person to look at. One that was taken in after all stays as it is. */
export async function giveUp(receivedId: string, reason: string, workspaceId: string | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.received.updateMany({
      where: { id: receivedId, state: "received" },
      data: { state: "dead", reason, handledAt: now(), ...(workspaceId ? { workspaceId } : {}) },
    });
    if (!count) return;
    const row = await tx.received.findUnique({ where: { id: receivedId }, select: { workspaceId: true } });
    await tell(tx, row?.workspaceId ?? null, receivedId, reason);
  });
}

async function tell(tx: Tx, workspaceId: string | null, receivedId: string, reason: string): Promise<void> {
  if (!workspaceId) return;
  await recordEvent(tx, workspaceId, {
    type: "inbound-unreadable",
    by: SYSTEM,
    data: { receivedId, reason },
  });
}

/** The newest hundred of this workspace. */
export async function listUnreadable(workspace: { id: string }): Promise<Unreadable[]> {
  const rows = await beginningsOfDead(workspace.id, { rows: MOST_LISTED, bytes: GLIMPSE_BYTES });
  return rows.map(({ id, source, receivedAt, reason, beginning, size }) => ({
    id,
    source,
    size,
    receivedAt: receivedAt.toISOString(),
    reason: reason ?? "unknown",
    ...glimpse(beginning),
  }));
}

/** How many wait for somebody to look, at most a hundred (the page lists no more). */
export async function countUnreadable(workspace: { id: string }): Promise<number> {
  const rows = await db.received.findMany({
    where: { workspaceId: workspace.id, state: "dead" },
    select: { id: true },
    take: MOST_LISTED,
  });
  return rows.length;
}

/** The raw input as text: its beginning, at most a megabyte. Throws not-found. */
export async function readRaw(workspace: { id: string }, id: string): Promise<{ raw: string; size: number }> {
  const found = isId(id) ? await deadInput(workspace.id, id, MOST_RAW_BYTES) : null;
  if (!found) throw new AppError("not-found");
  return { raw: found.beginning.toString("utf8"), size: found.size };
}

/** All of the raw input, byte for byte. Throws not-found. */
export async function openRaw(
  workspace: { id: string },
  id: string,
): Promise<{ bytes: ReadableStream<Uint8Array>; size: number; receivedAt: Date }> {
  const found = isId(id) ? await deadInput(workspace.id, id, 0) : null;
  if (!found) throw new AppError("not-found");
  return { bytes: deadBytes(workspace.id, id, found), size: found.size, receivedAt: found.receivedAt };
}

/** Tries once more to read it. Throws not-found. */
export async function retryUnreadable(
  workspace: { id: string },
  id: string,
  { by }: { by: Actor },
): Promise<void> {
  if (!isId(id)) throw new AppError("not-found");
  await db.$transaction(async (tx) => {
    const { count } = await tx.received.updateMany({
      where: { id, workspaceId: workspace.id, state: "dead" },
      data: { state: "received", reason: null, handledAt: null, rescues: 0 },
    });
    if (!count) throw new AppError("not-found");
    const { source } = await tx.received.findUniqueOrThrow({ where: { id }, select: { source: true } });
    await recordEvent(tx, workspace.id, { type: "inbound-retried", by, data: { receivedId: id } });
    await enqueue(tx, jobOf(source), { receivedId: id });
  });
}

/** The job that takes in a raw input of this source. */
export const jobOf = (source: string): (typeof JOBS)[keyof typeof JOBS] =>
  JOBS[source as keyof typeof JOBS] ?? "handle-shopify-webhook";

const JOBS = {
  postmark: "take-in-mail",
  form: "take-in-form",
  chat: "take-in-chat",
  shopify: "handle-shopify-webhook",
} as const;
