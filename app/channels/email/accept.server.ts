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

const KEY = /^"MessageID"\s*:\s*"([\x20\x21\x23-\x5b\x5d-\x7e]{1,200})"/;

/**
 * Postmark's id of the mail, found without parsing a body of up to a hundred megabytes. Inside a JSON string the
 * quotes of this pattern would be escaped, so it matches only a key.
 */
function idOf(body: Buffer): string | null {
  const at = body.indexOf('"MessageID"');
  const [, id] = at < 0 ? [] : (KEY.exec(body.subarray(at, at + 400).toString("utf8")) ?? []);
  return id ?? null;
}
