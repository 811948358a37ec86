// Whose is an address? The test mail says: its code is known only to who reads the mailbox it was sent to, and it
// must come back through the address's own token (docs/decisions/017-addresses.md). The code never leaves in any
// other way: not to a page, not into an event.
import type { SupportAddress } from "@prisma/client";
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { DAY, later, now, SECOND } from "../lib/clock.ts";
import { queueMail } from "../mail/outbox.server.ts";
import { composeTestMail } from "../mail/templates/test-mail.ts";
import { testCodeIn, testKey, testMark } from "./support-address.ts";
import { findRow } from "./support-addresses.server.ts";

/** Anybody can type anybody's address: what we send there must not become a nuisance. */
const PAUSE = 20 * SECOND;
const PER_DAY = 30;

/** Sends a test mail to the address. Throws not-found, or too-many. */
export async function sendTestMail(
  workspace: { id: string },
  id: string,
  { by, language }: { by: Actor; language: string },
): Promise<void> {
  const workspaceId = workspace.id;
  await db.$transaction(async (tx) => {
    await holdLock(tx, `test-mail:${workspaceId}`);
    const row = await findRow(tx, workspace, id);
    if (row.retiredAt || !row.testCode) throw new AppError("not-found");
    await demandPause(tx, row);
    const at = now();
    await queueMail(tx, {
      workspaceId,
      kind: "test",
      requestKey: testKey(id, at),
      ticketId: null,
      messageId: null,
      senderName: "Samla",
      to: row.address,
      // An answer to it would be nobody's.
      replyTo: null,
      references: [],
      // A forwarding rule may pass over what a machine wrote, and this must travel like a customer's mail.
      automatic: false,
      ...composeTestMail({ language, address: row.address, mark: testMark(row.testCode) }),
    });
    await tx.supportAddress.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { testSentAt: at, testArrivedAt: null },
    });
    await recordEvent(tx, workspaceId, { type: "address-tested", by, data: { addressId: id } });
  });
}

async function demandPause(tx: Tx, row: SupportAddress): Promise<void> {
  if (row.testSentAt && later(row.testSentAt, PAUSE) > now()) throw new AppError("too-many");
  const today = await tx.outgoingMail.count({
    where: { workspaceId: row.workspaceId, kind: "test", createdAt: { gt: later(now(), -DAY) } },
  });
  if (today >= PER_DAY) throw new AppError("too-many");
}

/** Whether a subject is that of this address's own test mail. */
export const isTestOf = (row: Pick<SupportAddress, "testCode">, subject: string): boolean =>
  row.testCode !== null && testCodeIn(subject) === row.testCode;

/**
 * The test mail came back through the address's token: it is theirs, unless another workspace proved the same
 * before and still holds it. Harmless to repeat.
 */
export async function noteTestArrived(tx: Tx, row: SupportAddress): Promise<void> {
  const { workspaceId, id, address, token } = row;
  await holdLock(tx, `address:${address}`);
  const holder = await tx.inboundAddress.findUnique({ where: { address } });
  const taken = holder !== null && holder.workspaceId !== workspaceId;
  // Of the same workspace: the address moves to where its settings are.
  if (holder && !taken && holder.token !== token)
    await tx.inboundAddress.update({ where: { token: holder.token }, data: { address: null } });
  if (!taken) await tx.inboundAddress.updateMany({ where: { token, workspaceId }, data: { address } });
  await tx.supportAddress.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { testArrivedAt: now(), ...(taken ? {} : { confirmedAt: row.confirmedAt ?? now() }) },
  });
  const type = taken ? "address-taken" : "address-connected";
  await recordEvent(tx, workspaceId, { type, by: SYSTEM, data: { addressId: id, address } });
}
