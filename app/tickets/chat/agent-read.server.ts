import type { Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import type { TicketRef } from "../ticket.ts";
import { liveChatOf } from "./live-chat.server.ts";
import { touchChat } from "./touch.server.ts";

/** One of us has read what the visitor wrote, and they see that; unless they wrote nothing since. */
export async function noteAgentRead(tx: Tx, ticket: TicketRef): Promise<void> {
  const chat = await liveChatOf(tx, ticket);
  if (!chat || (chat.agentReadAt && chat.agentReadAt >= chat.lastVisitorAt)) return;
  await touchChat(tx, chat, { agentReadAt: now() });
}
