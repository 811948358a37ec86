// Postmark hands us a mail: stored raw with the job that will read it, and only then "yes".
import { createHash } from "node:crypto";
import { runPrepared } from "../../db.server.ts";
import { insertOfJob } from "../../jobs/queue.server.ts";
import { piecesOf } from "../../lib/body.server.ts";
import { now } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { newId } from "../../lib/id.ts";
import { acceptInParts } from "./accept-large.server.ts";
import { isRepetition } from "./repetition.ts";
import { idIn } from "./provider-id.ts";

/** Nearly every mail is smaller than this; a larger one is never whole in memory on its way in. */
const PIECE = 1024 * 1024;

/**
 * Stores one inbound payload of at most `most` bytes, whatever it holds. The same Postmark id again changes nothing.
 * Throws AppError "too-large" or "bad-request"; anything else only when the database can't take it: then Postmark
 * must try again.
 */
export async function acceptRequest(request: Request, most: number): Promise<void> {
  const pieces = piecesOf(request, PIECE, most);
  const first = await pieces.next();
  if (first.done) return acceptInbound(Buffer.alloc(0));
  const second = await pieces.next();
  if (second.done) return acceptInbound(first.value);
  return acceptInParts([first.value, second.value], pieces);
}

/** Stores one that is in memory already. */
export async function acceptInbound(body: Buffer): Promise<void> {
  const providerId = idIn(body) ?? `unreadable:${createHash("sha256").update(body).digest("hex")}`;
  const receivedId = newId();
  const job = await insertOfJob("take-in-mail", { receivedId });
  try {
    // Mail and job in one statement: both or neither, in one round trip.
    await runPrepared({
      name: "receive-mail",
      text: `WITH job AS (${job.text})
             INSERT INTO "Received" (id, source, "providerId", body, "receivedAt") VALUES ($2, 'postmark', $3, $4, $5)`,
      values: [job.value, receivedId, providerId, body, now()],
    });
  } catch (error) {
    if (!isRepetition(error)) throw error;
    log.info({ providerId }, "inbound mail came again");
  }
}
