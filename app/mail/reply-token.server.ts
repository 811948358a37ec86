import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { newToken } from "../lib/token.server.ts";
import { replyAddress } from "./addresses.ts";

/** The reply address of a ticket: one random token per ticket, made when its first mail leaves. */
export async function replyAddressOf(
  tx: Tx,
  ticket: { workspaceId: string; storeId: string; id: string },
): Promise<string> {
  const { workspaceId, storeId, id: ticketId } = ticket;
  const known = await tx.replyToken.findFirst({ where: { workspaceId, ticketId }, select: { token: true } });
  const token = known?.token ?? newToken();
  if (!known) await tx.replyToken.create({ data: { token, workspaceId, storeId, ticketId } });
  return replyAddress(env.POSTMARK_INBOUND_ADDRESS, token);
}
