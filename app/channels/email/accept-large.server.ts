// A large mail is written piece by piece while it still comes in; its row and its job come last, in one statement.
// Until then nobody sees it, and what broke off is swept.
import { createHash } from "node:crypto";
import { runPrepared } from "../../db.server.ts";
import { insertOfJob } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { gate } from "../../lib/gate.ts";
import { newId } from "../../lib/id.ts";
import { log } from "../../lib/log.server.ts";
import { once } from "../../lib/once.server.ts";
import { deleteParts, writePart } from "../received-parts.server.ts";
import { idFinder } from "./provider-id.ts";
import { isRepetition } from "./repetition.ts";

/** So many at a time in this process; the others wait with their first pieces, unread. */
const AT_ONCE = 3;
const uploads = () => once("large-mails", () => gate(AT_ONCE));

/** What the row itself keeps: enough to make out who wrote, and for a list. */
const BEGINNING = 64 * 1024;

/** Stores a payload that came in pieces. Throws what `rest` throws, and when the database can't take it. */
export const acceptInParts = (begun: Buffer[], rest: AsyncGenerator<Buffer, void>): Promise<void> =>
  uploads()(async () => {
    const receivedId = newId();
    try {
      await writeRow(receivedId, begun[0] ?? Buffer.alloc(0), await writeParts(receivedId, begun, rest));
    } catch (error) {
      await rest.return();
      await deleteParts(receivedId).catch((err: unknown) => log.warn({ err }, "parts left for the sweep"));
      if (!isRepetition(error)) throw error;
      log.info({ receivedId }, "large inbound mail came again");
    }
  });

async function writeParts(receivedId: string, begun: Buffer[], rest: AsyncGenerator<Buffer, void>) {
  const ids = idFinder();
  const hash = createHash("sha256");
  let parts = 0;
  const write = async (piece: Buffer) => {
    ids.look(piece);
    hash.update(piece);
    await writePart(receivedId, parts++, piece);
  };
  for (const piece of begun) await write(piece);
  for await (const piece of rest) await write(piece);
  return { parts, providerId: ids.found() ?? `unreadable:${hash.digest("hex")}` };
}

async function writeRow(
  receivedId: string,
  first: Buffer,
  { parts, providerId }: { parts: number; providerId: string },
): Promise<void> {
  const job = await insertOfJob("take-in-mail", { receivedId });
  await runPrepared({
    name: "receive-large-mail",
    text: `WITH job AS (${job.text})
           INSERT INTO "Received" (id, source, "providerId", body, parts, "receivedAt")
           VALUES ($2, 'postmark', $3, $4, $5, $6)`,
    values: [job.value, receivedId, providerId, first.subarray(0, BEGINNING), parts, now()],
  });
}
