// A queued mail goes to Postmark. Exactly once as far as Postmark allows: one claim at a time, the same
// envelope and Message-ID on every try, and "unknown" where the answer was lost.
import { findSent, NotSent, sendMail as sendThroughPostmark } from "../clients/postmark.server.ts";
import { db, type Tx } from "../db.server.ts";
import { later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { goesAfterAnother, loadFiles, type MailFiles } from "./before-sending.server.ts";
import { listHeader, senderHeader } from "./header.ts";
import { readPeople } from "./person.ts";

/**
 * How long one try may take: longer than the client's time-out, so two tries never overlap, and short enough
 * that a killed worker's mail goes out within a minute.
 */
const LEASE = 20 * SECOND;

/**
 * A mail whose fate is unknown is looked for at Postmark, tried once more with the same Message-ID if it is not there,
 * and then left to a person.
 */
const TRIES_WHEN_UNKNOWN = 2;

/** A mail that waited this long may have left before: a database was put back from a backup, say. */
const LONG = 10 * MINUTE;

export type MailOutcome =
  /** missed: recipients (not the first) Postmark will not deliver to */
  | { state: "sent"; providerId: string; missed: string[] }
  | { state: "failed" | "unknown"; reason: string }
  | { state: "waiting"; reason: string };

export interface SentMail {
  workspaceId: string;
  id: string;
  kind: string;
  requestKey: string;
  messageId: string | null;
}

/**
 * Sends one mail, whoever queued it. `settle` runs in the transaction that writes the outcome, so what hangs
 * on the mail (a message's delivery state) changes with it.
 * Throws for what should be tried later: the job's retry is the retry.
 */
export async function sendQueued(
  ref: { workspaceId: string; mailId: string },
  settle: (tx: Tx, mail: SentMail, outcome: MailOutcome) => Promise<void>,
  { lastTry }: { lastTry: boolean },
): Promise<void> {
  if (!lastTry && (await goesAfterAnother(ref))) throw new Error("an earlier mail of the ticket goes first");
  // Before the claim: a claim must not run out while a storage is slow.
  const files = await loadFiles(ref);
  const mail = await claim(ref);
  if (!mail) return leaveOrGiveUp(ref, settle);
  const outcome = judge(await attempt(mail, files), { lastTry, mayBeOut: mail.attempts > 1 });
  const waits = outcome.state === "waiting";
  await db.$transaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { workspaceId: mail.workspaceId, id: mail.id, state: "sending" },
      data: {
        state: waits ? "queued" : outcome.state,
        claimedUntil: null,
        error: outcome.state === "sent" ? null : outcome.reason,
        ...(outcome.state === "sent" ? { providerId: outcome.providerId, sentAt: now() } : {}),
        // Only tries that may have been taken count against the one retry of an unknown mail.
        ...(waits ? { attempts: { decrement: 1 } } : {}),
      },
    });
    // Postmark's event may have been here first, and knows better.
    if (count) await settle(tx, mail, outcome);
  });
  if (outcome.state === "waiting") throw new Error(`mail waits: ${outcome.reason}`);
  if (outcome.state === "unknown" && mail.attempts < TRIES_WHEN_UNKNOWN)
    throw new Error("mail may not have gone out");
}

/**
 * What can be said of the mail after a try. Once a try may have got through (`mayBeOut`), nothing but "sent" is
 * certain: "failed" would invite somebody to send it again.
 */
export function judge(
  outcome: MailOutcome,
  { lastTry, mayBeOut }: { lastTry: boolean; mayBeOut: boolean },
): MailOutcome {
  if (outcome.state === "sent" || outcome.state === "unknown") return outcome;
  if (outcome.state === "waiting" && !lastTry) return outcome;
  return { state: mayBeOut ? "unknown" : "failed", reason: outcome.reason };
}

/**
 * What could not be claimed: out or given up already; being sent by somebody else, then the job has to come
 * again; or left by a process that died on the last try, then nobody knows its fate.
 */
async function leaveOrGiveUp(
  { workspaceId, mailId }: { workspaceId: string; mailId: string },
  settle: (tx: Tx, mail: SentMail, outcome: MailOutcome) => Promise<void>,
): Promise<void> {
  const reason = "no-answer";
  await db.$transaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { workspaceId, id: mailId, state: "sending", claimedUntil: { lt: now() } },
      data: { state: "unknown", claimedUntil: null, error: reason },
    });
    const mail = await tx.outgoingMail.findUnique({ where: { workspaceId_id: { workspaceId, id: mailId } } });
    if (mail && count) await settle(tx, mail, { state: "unknown", reason });
    else if (mail?.state === "sending") throw new Error("mail is being sent by somebody else");
  });
}

/** Takes the mail for one try; null when there is nothing to take. */
async function claim({ workspaceId, mailId }: { workspaceId: string; mailId: string }) {
  const at = now();
  const { count } = await db.outgoingMail.updateMany({
    where: {
      workspaceId,
      id: mailId,
      OR: [
        { state: "queued" },
        { state: { in: ["sending", "unknown"] }, attempts: { lt: TRIES_WHEN_UNKNOWN }, claimedUntil: null },
        {
          state: { in: ["sending", "unknown"] },
          attempts: { lt: TRIES_WHEN_UNKNOWN },
          claimedUntil: { lt: at },
        },
      ],
    },
    data: { state: "sending", claimedUntil: later(at, LEASE), attempts: { increment: 1 } },
  });
  if (!count) return null;
  return db.outgoingMail.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: mailId } } });
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

async function attempt(mail: Claimed, files: MailFiles): Promise<MailOutcome> {
  if (await storeIsGone(mail)) return { state: "failed", reason: "uninstalled" };
  if ("reason" in files) return files;
  try {
    const before = mayHaveLeft(mail) ? await findSent(mail.id) : null;
    if (before) return { state: "sent", providerId: before, missed: [] };
    const { providerId, inactive } = await sendThroughPostmark({
      from: senderHeader(mail.fromName, mail.fromAddress),
      to: listHeader([{ name: "", address: mail.toAddress }, ...readPeople(mail.alsoTo)]),
      cc: listHeader(readPeople(mail.cc)),
      bcc: listHeader(readPeople(mail.bcc)),
      replyTo: mail.replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: mail.headers as { Name: string; Value: string }[],
      metadata: { workspace: mail.workspaceId, mail: mail.id },
      files: files.loaded,
      trackOpens: mail.trackOpens,
    });
    // Whom it was for does not get it, even if those copied do.
    if (inactive.includes(mail.toAddress.toLowerCase())) return { state: "failed", reason: "suppressed" };
    return { state: "sent", providerId, missed: inactive };
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    if (error.failure === "later") return { state: "waiting", reason: error.reason };
    return { state: error.failure === "never" ? "failed" : "unknown", reason: error.reason };
  }
}

/** Then Postmark is asked first: a try before this one got no answer, or the mail waited long. */
const mayHaveLeft = (mail: Claimed): boolean => mail.attempts > 1 || mail.createdAt < later(now(), -LONG);

/** After app/uninstalled nothing leaves in the store's name. */
async function storeIsGone(mail: Claimed): Promise<boolean> {
  if (!mail.ticketId) return false;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: mail.workspaceId, id: mail.ticketId } },
    select: { store: { select: { uninstalledAt: true } } },
  });
  return ticket?.store.uninstalledAt !== null;
}
