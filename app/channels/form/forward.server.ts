// A store whose forms make no tickets: they are passed on by e-mail, as the theme's own form would. What can't be
// passed on becomes a ticket after all, so that nothing is lost and somebody sees it.
import { db, type Tx } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { findShopperUploads } from "../../files/shopper-uploads.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { queueMail } from "../../mail/outbox.server.ts";
import { composeForwardedForm } from "../../mail/templates/forwarded-form.ts";
import { readSetting } from "../../settings/read.server.ts";
import { senderAddressNow } from "../../workspace/sender.server.ts";
import { subjectOf } from "./subject.ts";
import type { StoredForm } from "./take-in.server.ts";

interface From {
  workspaceId: string;
  storeId: string;
  receivedId: string;
}

/** Postmark takes ten megabytes, and files grow by a third on their way. */
const MOST_BYTES = 7_000_000;

/** Passes a form on if its store wants that. False when it is to become a ticket. */
export async function forwardForm(from: From, form: StoredForm, reason: string | null): Promise<boolean> {
  const { workspaceId, storeId, receivedId } = from;
  if (reason === "not-forwarded") return false;
  const { tickets, forwardTo } = await readSetting(db, from, "contactForm");
  if (tickets || !forwardTo) return false;
  return db.$transaction(async (tx) => {
    const files = await findShopperUploads(tx, from, form.uploads);
    if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
      await noteNotForwarded(tx, from, "too-large");
      return false;
    }
    const brand = await tx.brand.findFirstOrThrow({ where: { workspaceId, storeId, isDefault: true } });
    await queueMail(tx, {
      workspaceId,
      kind: "form",
      requestKey: keyOf(receivedId),
      ticketId: null,
      messageId: null,
      senderName: brand.senderName,
      senderAddress: await senderAddressNow(tx, brand),
      to: forwardTo,
      files: files.map(({ id }) => id),
      replyTo: form.email,
      references: [],
      automatic: false,
      ...composeForwardedForm({ ...form, subject: subjectOf(form) }),
    });
    await tx.received.update({
      where: { id: receivedId },
      data: { state: "done", reason: "forwarded", handledAt: now() },
      select: { id: true },
    });
    return true;
  });
}

/** A forwarded form's mail did not arrive: the form becomes a ticket, and the system log says why. Any other mail: nothing. */
export async function takeBackForwarded(
  tx: Tx,
  { kind, requestKey }: { kind: string; requestKey: string },
  reason: string,
): Promise<void> {
  if (kind !== "form") return;
  const id = requestKey.slice(keyOf("").length);
  const row = await tx.received.findUnique({
    where: { id },
    select: { workspaceId: true, storeId: true, state: true, reason: true },
  });
  if (!row?.workspaceId || !row.storeId || row.reason !== "forwarded") return;
  await tx.received.update({
    where: { id },
    data: { state: "received", reason: "not-forwarded", handledAt: null },
    select: { id: true },
  });
  await noteNotForwarded(tx, { workspaceId: row.workspaceId, storeId: row.storeId }, reason);
  await enqueue(tx, "take-in-form", { receivedId: id });
}

const keyOf = (receivedId: string): string => `form:${receivedId}`;

const noteNotForwarded = (tx: Tx, place: { workspaceId: string; storeId: string }, reason: string) =>
  recordEvent(tx, place.workspaceId, {
    type: "form-not-forwarded",
    by: SYSTEM,
    data: { storeId: place.storeId, reason },
  });
