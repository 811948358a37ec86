// Somebody who chats has signed in meanwhile: the conversation goes on, and is proven to be theirs.
import { db, holdLock } from "../../db.server.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { lockSurvivors } from "../../tickets/survivor.server.ts";
import { survivorOf } from "../survivor.server.ts";
import { proveSaid } from "./settle-visitor.server.ts";
import type { Visitor } from "./visitor.server.ts";
import { whoChats } from "./who.server.ts";

/** How many messages Shopify is asked about, when only it knows whether the typed address is the account's. */
const MOST_ASKED = 20;

/** Ties a visitor to the Shopify customer the proxy's signature vouches for. Twice is harmless. */
export const becomeProven = (known: Visitor, shopifyId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId, id } = known;
    await holdLock(tx, `chat:${workspaceId}:${id}`);
    const { count } = await tx.visitor.updateMany({
      where: { workspaceId, id, shopifyId: null },
      data: { shopifyId },
    });
    const chat = await tx.chat.findFirst({
      where: { workspaceId, visitorId: id, state: { not: "ended" } },
      select: { ticketId: true },
    });
    if (!count || !chat) return;
    await lockSurvivors(tx, workspaceId, [chat.ticketId]);
    const ticket = await survivorOf(tx, workspaceId, chat.ticketId);
    if (!ticket) return;
    const who = await whoChats(tx, { ...known, shopifyId });
    const said = { workspaceId, chatId: chat.ticketId, ticketId: ticket.id, before: known.customerId };
    if (who.judged === "address") {
      const messages = await tx.message.findMany({
        where: { workspaceId, chatId: chat.ticketId, kind: "inbound" },
        orderBy: { chatSeq: "desc" },
        select: { id: true },
        take: MOST_ASKED,
      });
      await tx.message.updateMany({
        where: { workspaceId, chatId: chat.ticketId, kind: "inbound" },
        data: { shopifyId },
      });
      for (const message of messages)
        await enqueue(tx, "confirm-identity", { workspaceId, messageId: message.id });
    } else {
      await tx.visitor.updateMany({ where: { workspaceId, id }, data: { customerId: who.customerId } });
      await proveSaid(tx, said, shopifyId, who);
    }
    const by = { kind: "customer", id: who.customerId } as const;
    await recordTicketEvent(tx, { workspaceId, id: ticket.id }, { type: "visitor-signed-in", by });
  });
