// Postmark hands us a mail: stored raw with the job that will read it, and only then "yes".
import { createHash } from "node:crypto";
import { runPrepared } from "../../db.server.ts";
import { insertOfJob } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { newId } from "../../lib/id.ts";

/**
 * Stores one inbound payload, whatever it holds. The same Postmark id again changes nothing.
 * Throws only when the database can't take it: then Postmark must try again.
 */
export async function acceptInbound(body: Buffer): Promise<void> {
  const providerId = idOf(body) ?? `unreadable:${createHash("sha256").update(body).digest("hex")}`;
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

/** PostgreSQL's unique_violation: the statement changed nothing. */
const isRepetition = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "23505";

/** No NUL: PostgreSQL would refuse the mail for ever. */
const ID = /^[^\0]{1,200}$/s;

function idOf(body: Buffer): string | null {
  try {
    const payload: unknown = JSON.parse(body.toString("utf8"));
    const id = payload && typeof payload === "object" && "MessageID" in payload ? payload.MessageID : null;
    return typeof id === "string" && ID.test(id) ? id : null;
  } catch {
    return null;
  }
}
