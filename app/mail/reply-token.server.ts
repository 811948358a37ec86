import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { newToken } from "../lib/token.server.ts";
import { replyAddress } from "./addresses.ts";

interface TicketOfStore {
  workspaceId: string;
  storeId: string;
  id: string;
}

/** The reply address of a ticket: one random token per ticket, made when its first mail leaves. */
export const replyAddressOf = (tx: Tx, ticket: TicketOfStore): Promise<string> => addressOf(tx, ticket, null);

/** The address an agent's notifications of a ticket are answered to: what comes there may be that agent's answer. */
export const agentReplyAddressOf = (tx: Tx, ticket: TicketOfStore, agentId: string): Promise<string> =>
  addressOf(tx, ticket, agentId);

async function addressOf(tx: Tx, ticket: TicketOfStore, agentId: string | null): Promise<string> {
  const { workspaceId, storeId, id: ticketId } = ticket;
  const whose = { workspaceId, ticketId, agentId };
  const known = await tx.replyToken.findFirst({ where: whose, select: { token: true } });
  const token = known?.token ?? newToken();
  if (!known) await tx.replyToken.create({ data: { token, storeId, ...whose } });
  return replyAddress(env.POSTMARK_INBOUND_ADDRESS, token);
}
