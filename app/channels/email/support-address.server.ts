// Mail that came through the token of a connected address: a test mail and a provider's question about the
// forwarding belong to the guide, everything else is a customer's mail with this address's department.
import type { Prisma, SupportAddress } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { HOUR, later, now } from "../../lib/clock.ts";
import { isTestOf, noteTestArrived } from "../../workspace/address-test.server.ts";
import type { IncomingMessage } from "../channel.ts";
import { confirmationIn, GOOGLE, type Confirmation } from "./forwarding-confirmation.ts";
import type { InboundMail } from "./postmark-inbound.ts";
import { isFormSender } from "./real-sender.ts";

export interface Door {
  workspaceId: string;
  /** the address whose row brought the mail here; null for a store's own or a reply address */
  supportAddressId: string | null;
  /** its token stood in the envelope: naming the address in To proves nothing */
  throughToken: boolean;
}

/** What the address makes of the mail; "settled" when that was all, and no ticket may come of it. */
export async function passDoor(
  door: Door,
  receivedId: string,
  mail: InboundMail,
): Promise<"settled" | IncomingMessage["supportAddress"]> {
  const { workspaceId, supportAddressId: id } = door;
  if (!id) return null;
  const row = await db.supportAddress.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!row) return null;
  if (door.throughToken && (await settle(row, receivedId, mail))) return "settled";
  if (row.retiredAt) return null;
  await noteMail(row);
  return { id, departmentId: row.departmentId };
}

async function settle(row: SupportAddress, receivedId: string, mail: InboundMail): Promise<boolean> {
  if (row.retiredAt) return false;
  if (isTestOf(row, mail.subject))
    return finish(receivedId, "address-test", (tx) => noteTestArrived(tx, row));
  const asked = mayAsk(row, mail.from.address)
    ? confirmationIn({ from: mail.from.address, subject: mail.subject, text: mail.text })
    : null;
  if (asked) return finish(receivedId, "forwarding-asked", (tx) => keepAsked(tx, row, asked));
  return false;
}

/**
 * Only while the forwarding is being set up does a machine's mail belong to the guide; later it may be a form's or a
 * payment service's, and somebody has to read it. Google asks again when the address changes.
 */
const mayAsk = (row: SupportAddress, from: string | null): boolean =>
  from === GOOGLE || (!row.confirmedAt && !isFormSender(from ?? ""));

/** Once per mail: a job that runs again finds it done. */
async function finish(receivedId: string, reason: string, work: (tx: Tx) => Promise<void>): Promise<true> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.received.updateMany({
      where: { id: receivedId, state: "received" },
      data: { state: "done", reason, handledAt: now() },
    });
    if (count) await work(tx);
  });
  return true;
}

async function keepAsked(tx: Tx, row: SupportAddress, asked: Confirmation): Promise<void> {
  const { workspaceId, id, address } = row;
  const forwarding: Prisma.InputJsonObject = { ...asked, at: now().toISOString() };
  await tx.supportAddress.update({ where: { workspaceId_id: { workspaceId, id } }, data: { forwarding } });
  await recordEvent(tx, workspaceId, {
    type: "forwarding-asked",
    by: SYSTEM,
    data: { addressId: id, address, from: asked.from },
  });
}

/** Not at every mail: a row everybody writes to is a row everybody waits for. */
async function noteMail(row: SupportAddress): Promise<void> {
  const { workspaceId, id, lastMailAt } = row;
  if (lastMailAt && lastMailAt > later(now(), -HOUR)) return;
  await db.supportAddress.updateMany({ where: { workspaceId, id }, data: { lastMailAt: now() } });
}
