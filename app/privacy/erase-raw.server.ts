import type { Tx } from "../db.server.ts";
import type { Person, StoreOfDuty } from "./person.server.ts";
import { isAbout } from "./raw-sender.ts";

/**
 * Empties the raw input behind a person's messages, and what they sent that never became one (unreadable,
 * repeated). The rows stay: their provider ids keep a late repetition from coming back as something new.
 */
export async function eraseRawInput(tx: Tx, store: StoreOfDuty, person: Person): Promise<void> {
  const { workspaceId } = store;
  const behind = await tx.message.findMany({
    where: { workspaceId, id: { in: person.messageIds }, receivedId: { not: null } },
    select: { receivedId: true },
  });
  const ids = behind.map(({ receivedId }) => receivedId).filter((id) => id !== null);
  for (const email of person.emails) ids.push(...(await asideFrom(tx, store, email)));
  await tx.received.updateMany({
    where: { id: { in: ids }, workspaceId },
    data: { body: new Uint8Array(), headers: {} },
  });
}

/** Raw input put aside that came from this address. Read one at a time: one may be fifty megabytes. */
async function asideFrom(tx: Tx, { workspaceId, storeId }: StoreOfDuty, email: string): Promise<string[]> {
  const rows = await tx.received.findMany({
    where: {
      workspaceId,
      OR: [{ storeId }, { storeId: null }],
      state: { in: ["dead", "suppressed"] },
      source: { not: "shopify" },
    },
    select: { id: true },
  });
  const theirs: string[] = [];
  for (const { id } of rows) {
    const { body } = await tx.received.findUniqueOrThrow({ where: { id }, select: { body: true } });
    if (isAbout(Buffer.from(body).toString("utf8"), email)) theirs.push(id);
  }
  return theirs;
}
