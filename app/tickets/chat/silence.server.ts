// Chats in which nobody has said anything for as long as their store waits.
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { now } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { concludeChat } from "./conclude.server.ts";

const MOST = 200;

/** Ends them. One that fails is tried again by the next sweep. */
export async function endSilent(): Promise<void> {
  const silenceAt = { lte: now() };
  // eslint-disable-next-line samla/tenant-where -- silent chats of every workspace
  const silent = await db.chat.findMany({
    where: { silenceAt },
    orderBy: { silenceAt: "asc" },
    select: { workspaceId: true, ticketId: true },
    take: MOST,
  });
  for (const { workspaceId, ticketId } of silent)
    await concludeChat({ workspaceId, ticketId }, "silence", {
      by: SYSTEM,
      // Somebody may have said something this very moment.
      still: async (tx) => (await tx.chat.count({ where: { workspaceId, ticketId, silenceAt } })) > 0,
    }).catch((error: unknown) => log.error({ err: error, ticketId }, "a silent chat could not be ended"));
}
