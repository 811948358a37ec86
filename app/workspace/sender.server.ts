// What a brand's mail comes from.
import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";

/**
 * The address this brand's mail leaves from now: its own while that domain is this workspace's and proven by DNS,
 * else ours. A domain that stopped proving itself counts as unproven: Postmark would refuse the mail.
 */
export async function senderAddressNow(
  tx: Tx,
  brand: { workspaceId: string; senderAddress: string | null },
): Promise<string> {
  const address = brand.senderAddress?.toLowerCase();
  if (!address) return env.MAIL_FROM;
  const domain = await tx.sendingDomain.findFirst({
    where: {
      name: address.split("@")[1] ?? "",
      workspaceId: brand.workspaceId,
      dkimVerifiedAt: { not: null },
      failingSince: null,
    },
    select: { name: true },
  });
  return domain ? address : env.MAIL_FROM;
}
