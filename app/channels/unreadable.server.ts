// What came in and could not be read: kept raw, shown with its reason, tried again on request.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";

export interface Unreadable {
  id: string;
  source: string;
  /** ISO 8601 */
  receivedAt: string;
  /** a code the page has words for */
  reason: string;
  from: string | null;
  subject: string | null;
}

/** Puts a raw input aside for a person to look at. */
export async function giveUp(receivedId: string, reason: string, workspaceId: string | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.received.update({
      where: { id: receivedId },
      data: { state: "dead", reason, handledAt: now(), ...(workspaceId ? { workspaceId } : {}) },
      select: { workspaceId: true },
    });
    await tell(tx, row.workspaceId, receivedId, reason);
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
  const rows = await db.received.findMany({
    where: { workspaceId: workspace.id, state: "dead" },
    orderBy: { receivedAt: "desc" },
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    receivedAt: row.receivedAt.toISOString(),
    reason: row.reason ?? "unknown",
    ...glimpse(row.body),
  }));
}

/** How many wait for somebody to look, at most a hundred (the page lists no more). */
export async function countUnreadable(workspace: { id: string }): Promise<number> {
  const rows = await db.received.findMany({
    where: { workspaceId: workspace.id, state: "dead" },
    select: { id: true },
    take: 100,
  });
  return rows.length;
}

/** The raw input as text. Throws not-found. */
export async function readRaw(workspace: { id: string }, id: string): Promise<string> {
  const row = await find(workspace, id);
  return Buffer.from(row.body).toString("utf8");
}

/** Tries once more to read it. */
export async function retryUnreadable(
  workspace: { id: string },
  id: string,
  { by }: { by: Actor },
): Promise<void> {
  const row = await find(workspace, id);
  await db.$transaction(async (tx) => {
    await tx.received.update({
      where: { id: row.id },
      data: { state: "received", reason: null, handledAt: null },
    });
    await recordEvent(tx, workspace.id, { type: "inbound-retried", by, data: { receivedId: row.id } });
    if (row.source === "postmark") await enqueue(tx, "take-in-mail", { receivedId: row.id });
    else if (row.source === "form") await enqueue(tx, "take-in-form", { receivedId: row.id });
    else await enqueue(tx, "handle-shopify-webhook", { receivedId: row.id });
  });
}

async function find(workspace: { id: string }, id: string) {
  const row = isId(id)
    ? await db.received.findFirst({ where: { id, workspaceId: workspace.id, state: "dead" } })
    : null;
  if (!row) throw new AppError("not-found");
  return row;
}

/** Sender and subject when they can be made out at all. */
function glimpse(body: Uint8Array): { from: string | null; subject: string | null } {
  try {
    const payload = JSON.parse(Buffer.from(body).toString("utf8")) as Record<string, unknown>;
    return { from: short(payload.From ?? payload.email), subject: short(payload.Subject ?? payload.topic) };
  } catch {
    return { from: null, subject: null };
  }
}

const short = (value: unknown): string | null =>
  typeof value === "string" && value ? value.slice(0, 200) : null;
