// A form is posted: kept raw with a job behind it, then taken in at once so that the shopper gets a number.
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { db, holdLock, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { HOUR, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { log } from "../../lib/log.server.ts";
import { showNumber } from "../../tickets/ticket.ts";
import type { Submission } from "./submission.ts";
import { readStored, takeInStored, type StoredForm } from "./take-in.server.ts";

/** Whose storefront it was posted on, and by whom: made of the app proxy's signed parameters. */
export interface Visitor {
  workspace: { id: string; ticketPrefix: string };
  store: { id: string; shopDomain: string };
  shopifyCustomerId: string | null;
}

/** Forms from one address in an hour. More is a robot, or somebody else's address being misused. */
const PER_HOUR = 10;
/** The job behind a form runs only if taking it in at once failed or was cut off: a transaction may last 20 s. */
const BACKSTOP_SECONDS = 30;

/**
 * Keeps a submission and takes it in. `number` is null when it is kept but not taken in yet.
 * The same submission again, also in parallel, gets the same answer and makes nothing new.
 * Throws AppError "too-many" (detail.retryAfter in seconds); any other error means it was not kept.
 */
export async function acceptForm(
  visitor: Visitor,
  submission: Submission,
): Promise<{ number: string | null }> {
  const kept = await keep(visitor, { ...submission, shopifyCustomerId: visitor.shopifyCustomerId });
  const number = kept.again ? await numberOfEarlier(visitor.workspace.id, kept.id) : await takeInNow(kept.id);
  return { number: number === null ? null : showNumber(visitor.workspace.ticketPrefix, number) };
}

interface Kept {
  id: string;
  again: boolean;
}

const keep = (visitor: Visitor, form: StoredForm): Promise<Kept> =>
  db.$transaction(async (tx) => {
    // One at a time per address: the count must see every form before this one.
    await holdLock(tx, `form:${visitor.workspace.id}:${form.email}`);
    const earlier = form.submissionId ? await findEarlier(tx, visitor, form.submissionId) : null;
    if (earlier && saysTheSame(earlier.body, form)) return { id: earlier.id, again: true };
    await refuseTooMany(tx, visitor.workspace.id, form.email);
    const id = newId();
    await tx.received.create({
      data: {
        id,
        source: "form",
        server: visitor.store.shopDomain,
        // Corrected and sent again after a lost answer: other words are another submission, or they would be lost.
        providerId: earlier ? id : (form.submissionId ?? id),
        workspaceId: visitor.workspace.id,
        storeId: visitor.store.id,
        headers: { address: form.email },
        body: new Uint8Array(Buffer.from(JSON.stringify(form))),
        receivedAt: now(),
      },
      select: { id: true },
    });
    await enqueue(tx, "take-in-form", { receivedId: id }, { startAfter: BACKSTOP_SECONDS });
    return { id, again: false };
  });

const findEarlier = (tx: Tx, visitor: Visitor, providerId: string) =>
  tx.received.findUnique({
    where: { source_server_providerId: { source: "form", server: visitor.store.shopDomain, providerId } },
    select: { id: true, body: true },
  });

/** Whether a kept form says what this one says; a retry differs in the time it took. */
function saysTheSame(body: Uint8Array, form: StoredForm): boolean {
  const earlier = readStored(body);
  return earlier !== null && isDeepStrictEqual({ ...earlier, elapsedMs: null }, { ...form, elapsedMs: null });
}

/** Counts raw rows, not messages: those still being taken in must count too. */
async function refuseTooMany(tx: Tx, workspaceId: string, address: string): Promise<void> {
  const recent = await tx.received.findMany({
    where: {
      workspaceId,
      source: "form",
      receivedAt: { gt: later(now(), -HOUR) },
      headers: { path: ["address"], equals: address },
    },
    orderBy: { receivedAt: "desc" },
    take: PER_HOUR,
    select: { receivedAt: true },
  });
  const oldest = recent[PER_HOUR - 1];
  if (!oldest) return;
  const retryAfter = Math.max(
    1,
    Math.ceil((later(oldest.receivedAt, HOUR).getTime() - now().getTime()) / 1000),
  );
  throw new AppError("too-many", { retryAfter });
}

async function takeInNow(receivedId: string): Promise<number | null> {
  try {
    return (await takeInStored(receivedId))?.number ?? null;
  } catch (error) {
    log.error({ err: error, receivedId }, "a form is kept but not taken in yet");
    return null;
  }
}

/** A repetition waits this long for the first one to be taken in: Shopify's proxy gives up after ten seconds. */
const PATIENCE_MS = [0, 50, 100, 250, 500, 1000, 2000, 4000];

async function numberOfEarlier(workspaceId: string, receivedId: string): Promise<number | null> {
  for (const wait of PATIENCE_MS) {
    await pause(wait);
    const received = await db.received.findUnique({ where: { id: receivedId }, select: { state: true } });
    if (received?.state === "received") continue;
    const message = await db.message.findUnique({
      where: { workspaceId_channel_externalId: { workspaceId, channel: "form", externalId: receivedId } },
      select: { ticket: { select: { number: true } } },
    });
    return message?.ticket.number ?? null;
  }
  return null;
}
