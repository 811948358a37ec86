// A form is posted: kept raw with a job behind it, then taken in at once so that the shopper gets a number.
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { db, holdLock, type Tx } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { log } from "../../lib/log.server.ts";
import { isProven } from "../../lib/proof-of-work.server.ts";
import { showNumber } from "../../tickets/ticket.ts";
import { isUnderAttack, refuseTooMany, traceOf } from "./limits.server.ts";
import type { Submission } from "./submission.ts";
import { readStored, takeInStored, type StoredForm } from "./take-in.server.ts";

/** Whose storefront it was posted on, and by whom: made of the app proxy's signed parameters. */
export interface Visitor {
  workspace: { id: string; ticketPrefix: string };
  store: { id: string; shopDomain: string };
  shopifyCustomerId: string | null;
  /** where the browser is, as the proxy says; null when it doesn't */
  address?: string | null;
}

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
  proof = "",
): Promise<{ number: string | null }> {
  const unproven = await isUnproven(visitor, submission, proof);
  const form = { ...submission, unproven, shopifyCustomerId: visitor.shopifyCustomerId };
  const kept = await keep(visitor, form);
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
    const sender = { address: form.email, ...(visitor.address ? { from: traceOf(visitor.address) } : {}) };
    await refuseTooMany(tx, { workspaceId: visitor.workspace.id, storeId: visitor.store.id }, sender);
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
        headers: sender,
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

/** Whether a kept form says what this one says; a retry differs in the time it took, and in what it proves. */
function saysTheSame(body: Uint8Array, form: StoredForm): boolean {
  const earlier = readStored(body);
  return earlier !== null && isDeepStrictEqual(apartFromTry(earlier), apartFromTry(form));
}

const apartFromTry = (form: StoredForm): StoredForm => ({ ...form, elapsedMs: null, unproven: false });

/** Only of pages with script can a proof be asked, and only while the store is under attack. */
async function isUnproven(visitor: Visitor, { submissionId }: Submission, proof: string): Promise<boolean> {
  if (submissionId === null) return false;
  const place = { workspaceId: visitor.workspace.id, storeId: visitor.store.id };
  return (await isUnderAttack(place)) && !isProven(submissionId, proof);
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
