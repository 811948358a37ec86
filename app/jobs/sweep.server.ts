// Due and stuck work, found by scanning with the clock's own value. Each finding becomes an ordinary job.
import { raiseAtOpening } from "../automation/raise.server.ts";
import { followUpDue } from "../channels/chat/follow-up.server.ts";
import { sweepVisitors } from "../channels/chat/sweep-visitors.server.ts";
import { noticeGone } from "../channels/chat/whereabouts.server.ts";
import { sweepParts } from "../channels/received-parts.server.ts";
import { giveUp, jobOf } from "../channels/unreadable.server.ts";
import { sweepForecasts } from "../customers/forecast/start-fit.server.ts";
import { db } from "../db.server.ts";
import { sweepNotifications } from "../notifications/bell.server.ts";
import { sweepUploads } from "../files/uploads.server.ts";
import { later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { sweepOrders } from "../orders/mirror/sweep.server.ts";
import { sweepBulks } from "../tickets/bulk/sweep.server.ts";
import { endSilent } from "../tickets/chat/silence.server.ts";
import { foldCounts, recountDue } from "../tickets/counts.server.ts";
import { goOnErasingNotes } from "../tickets/delete-note.server.ts";
import { sweepDrafts } from "../tickets/drafts/sweep.server.ts";
import { deleteExpired } from "../privacy/delete-tickets.server.ts";
import { queueUnpublished } from "../settings/publish-storefront.server.ts";
import { wakeDue } from "../tickets/wake.server.ts";
import { queueDueDomains } from "../workspace/domain-check.server.ts";
import { queueDuePlans } from "../workspace/read-plan.server.ts";
import { enqueue } from "./queue.server.ts";

/** Older than any job's own retries need: what waits this long has lost its job. */
const STUCK = 15 * MINUTE;
const MOST = 500;

/**
 * Gives raw input, replies, mails and requests that lost their job a new one, what is due its first, and removes what
 * was begun and never finished.
 */
export async function sweep(): Promise<void> {
  await wakeDue();
  await sweepChats();
  await raiseAtOpening();
  await deleteExpired();
  await sweepParts();
  await sweepUploads();
  await foldCounts();
  await recountDue();
  await sweepNotifications();
  await sweepDrafts();
  await sweepBulks();
  await sweepOrders();
  const before = later(now(), -STUCK);
  const inputs = await db.received.findMany({
    where: { state: "received", receivedAt: { lt: before } },
    select: { id: true, source: true, rescues: true },
    take: MOST,
  });
  for (const input of inputs) await rescue(input);
  // eslint-disable-next-line samla/tenant-where -- stuck replies of every workspace
  const replies = await db.message.findMany({
    where: { delivery: "queued", leftAt: null, createdAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of replies) {
    const once = { onceIn: { seconds: STUCK / SECOND, key: id } };
    await db.$transaction((tx) => enqueue(tx, "deliver-message", { workspaceId, messageId: id }, once));
  }
  await queueDueDomains();
  await queueDuePlans();
  await queueUnpublished();
  await sweepForecasts();
  // eslint-disable-next-line samla/tenant-where -- stuck mail of every workspace
  const mails = await db.outgoingMail.findMany({
    where: {
      state: { in: ["queued", "sending"] },
      createdAt: { lt: before },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now() } }],
    },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of mails) {
    await db.$transaction((tx) =>
      enqueue(tx, "send-mail", { workspaceId, mailId: id }, { onceIn: { seconds: STUCK / SECOND, key: id } }),
    );
  }
  await goOnWithRequests(before);
  await goOnWithSearch();
  await goOnWithBulks(before);
  await goOnErasingNotes(before);
  await goOnWithOrderActions(before);
}

/** Whoever left is noticed first: what they have not read is theirs to be mailed then. */
async function sweepChats(): Promise<void> {
  await noticeGone();
  await followUpDue();
  await endSilent();
  await sweepVisitors();
}

/** Workspaces whose older tickets can't all be found yet. A stretch of that work takes less than a minute. */
async function goOnWithSearch(): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- of every workspace
  const unfinished = await db.searchProgress.findMany({
    where: { doneAt: null, OR: [{ beforeId: null }, { updatedAt: { lt: later(now(), -MINUTE) } }] },
    select: { workspaceId: true },
    take: MOST,
  });
  for (const { workspaceId } of unfinished) {
    const onceIn = { seconds: MINUTE / SECOND, key: workspaceId };
    await db.$transaction((tx) => enqueue(tx, "index-tickets", { workspaceId }, { onceIn }));
  }
}

/** Requests that still have somebody to write to. */
async function goOnWithRequests(before: Date): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- unfinished requests of every workspace
  const requests = await db.newRequest.findMany({
    where: { doneAt: null, createdAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of requests) {
    const onceIn = { seconds: STUCK / SECOND, key: id };
    await db.$transaction((tx) => enqueue(tx, "start-request", { workspaceId, requestId: id }, { onceIn }));
  }
}

/** Order actions whose end nobody has seen. */
async function goOnWithOrderActions(before: Date): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- open order actions of every workspace
  const open = await db.orderIntent.findMany({
    where: { state: { in: ["running", "unknown"] }, attemptedAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of open) {
    const onceIn = { seconds: STUCK / SECOND, key: id };
    await db.$transaction((tx) =>
      enqueue(tx, "settle-order-action", { workspaceId, intentId: id }, { onceIn }),
    );
  }
}

/** Actions on many tickets that still have some to do. */
async function goOnWithBulks(before: Date): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- unfinished actions of every workspace
  const bulks = await db.bulkAction.findMany({
    where: { state: { in: ["waiting", "running", "undoing"] }, createdAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of bulks) {
    const onceIn = { seconds: STUCK / SECOND, key: id };
    await db.$transaction((tx) => enqueue(tx, "run-bulk", { workspaceId, bulkId: id }, { onceIn }));
  }
}

/** What has lost its job this often takes its worker down each time: a person has to look. */
const MOST_RESCUES = 3;

async function rescue({
  id,
  source,
  rescues,
}: {
  id: string;
  source: string;
  rescues: number;
}): Promise<void> {
  if (rescues >= MOST_RESCUES) return giveUp(id, "processing-failed", null);
  await db.$transaction(async (tx) => {
    const given = await enqueue(
      tx,
      jobOf(source),
      { receivedId: id },
      { onceIn: { seconds: STUCK / SECOND, key: id } },
    );
    if (given) await tx.received.updateMany({ where: { id }, data: { rescues: { increment: 1 } } });
  });
}
