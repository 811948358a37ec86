import type { Tx } from "../db.server.ts";
import { keysOfInput } from "../files/key.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import type { Person, StoreOfDuty } from "./person.server.ts";
import { isAbout } from "./raw-sender.ts";

/**
 * Empties the raw input behind a person's messages, and what they sent that never became one (unreadable,
 * repeated). The rows stay: their provider ids keep a late repetition from coming back as something new. Nobody is
 * asked to look at an empty one.
 */
export async function eraseRawInput(tx: Tx, store: StoreOfDuty, person: Person): Promise<void> {
  const { workspaceId } = store;
  const aside: string[] = [];
  for (const email of person.emails) aside.push(...(await asideFrom(tx, store, email)));
  await tx.$executeRaw`
    UPDATE "Received"
    SET body = '', parts = 0, headers = '{}',
        reason = CASE WHEN state = 'dead' THEN 'erased' ELSE reason END,
        state = CASE WHEN state = 'dead' THEN 'suppressed' ELSE state END
    WHERE "workspaceId" = ${workspaceId}::uuid AND (
      id = ANY(${aside}::uuid[])
      OR id IN (SELECT m."receivedId" FROM "Message" m
                WHERE m."workspaceId" = ${workspaceId}::uuid AND m.id = ANY(${person.messageIds}::uuid[])))`;
  // What never became a message has no file rows: its attachments may be in the storage all the same.
  for (const id of aside) await removeFilesOf(tx, keysOfInput(id));
}

/** Done, and no message: what only the guide of a connected address read, and forms that were passed on. */
const NO_MESSAGE = ["forwarding-asked", "address-test", "forwarded"];

/** Raw input put aside that came from this address. Read one at a time: one may be fifty megabytes. */
async function asideFrom(tx: Tx, { workspaceId, storeId }: StoreOfDuty, email: string): Promise<string[]> {
  const rows = await tx.received.findMany({
    where: {
      workspaceId,
      OR: [{ storeId }, { storeId: null }],
      AND: { OR: [{ state: { in: ["dead", "suppressed"] } }, { state: "done", reason: { in: NO_MESSAGE } }] },
      source: { not: "shopify" },
    },
    select: { id: true, parts: true },
  });
  const theirs: string[] = [];
  for (const row of rows) if (isAbout(await textOf(tx, row), email)) theirs.push(row.id);
  return theirs;
}

/** Of a large one all pieces: a sender may stand anywhere in broken input. */
async function textOf(tx: Tx, { id, parts }: { id: string; parts: number }): Promise<string> {
  if (!parts) {
    const { body } = await tx.received.findUniqueOrThrow({ where: { id }, select: { body: true } });
    return Buffer.from(body).toString("utf8");
  }
  const pieces: Uint8Array[] = [];
  for (let part = 0; part < parts; part++) {
    const where = { receivedId_part: { receivedId: id, part } };
    pieces.push((await tx.receivedPart.findUniqueOrThrow({ where, select: { bytes: true } })).bytes);
  }
  return Buffer.concat(pieces).toString("utf8");
}
