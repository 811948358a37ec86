// Postmark hands us a mail: stored raw with the job that will read it, and only then "yes".
import { createHash } from "node:crypto";
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
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
  try {
    await db.$transaction(async (tx) => {
      await tx.received.create({
        data: {
          id: receivedId,
          source: "postmark",
          providerId,
          body: new Uint8Array(body),
          receivedAt: now(),
        },
        select: { id: true },
      });
      await enqueue(tx, "take-in-mail", { receivedId });
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    log.info({ providerId }, "inbound mail came again");
  }
}

function idOf(body: Buffer): string | null {
  try {
    const payload: unknown = JSON.parse(body.toString("utf8"));
    const id = payload && typeof payload === "object" && "MessageID" in payload ? payload.MessageID : null;
    return typeof id === "string" && id && id.length <= 200 ? id : null;
  } catch {
    return null;
  }
}
