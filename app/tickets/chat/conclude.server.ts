// A visitor or silence ends a chat. Where nothing is left for us to answer, its ticket is closed with it.
import { db, type Tx } from "../../db.server.ts";
import type { Actor } from "../../events/event.ts";
import { closeIn } from "../lifecycle.server.ts";
import { lockSurvivors, survivorOf } from "../survivor.server.ts";
import { endOne } from "./end.server.ts";
import type { ChatRef } from "./touch.server.ts";

/** Ends it unless that has happened. `still`: what has to be so at that very moment. */
export const concludeChat = (
  { workspaceId, ticketId }: ChatRef,
  endedBy: "visitor" | "silence",
  { by, still = () => Promise.resolve(true) }: { by: Actor; still?: (tx: Tx) => Promise<boolean> },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockSurvivors(tx, workspaceId, [ticketId]);
    const chat = await tx.chat.findUnique({
      where: { workspaceId_ticketId: { workspaceId, ticketId }, state: { not: "ended" } },
      select: { workspaceId: true, ticketId: true, lastAgentAt: true, lastVisitorAt: true },
    });
    const ticket = await survivorOf(tx, { workspaceId, id: ticketId });
    if (!chat || !ticket || !(await still(tx))) return;
    const { answered } = await endOne(tx, ticket, chat, { endedBy, by });
    const isChat = { workspaceId, id: ticket.id, channel: "chat" };
    if (answered && (await tx.ticket.count({ where: isChat }))) await closeIn(tx, ticket, { by });
  });
