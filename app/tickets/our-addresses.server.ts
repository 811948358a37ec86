// Which addresses are ours: mail to them comes back to us, so no reply goes there by itself.
import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";

/** Every address of the workspace, and those of this installation, as a question. */
export async function ourAddresses(client: Tx, workspaceId: string): Promise<(address: string) => boolean> {
  const where = { workspaceId };
  const [forwarded, connected, brands, agents] = await Promise.all([
    client.inboundAddress.findMany({
      where: { ...where, address: { not: null } },
      select: { address: true },
    }),
    client.supportAddress.findMany({ where, select: { address: true } }),
    client.brand.findMany({
      where: { ...where, senderAddress: { not: null } },
      select: { senderAddress: true },
    }),
    client.agent.findMany({ where: { ...where, retiredAt: null }, select: { email: true } }),
  ]);
  const known = new Set(
    [
      env.MAIL_FROM,
      ...forwarded.map(({ address }) => address ?? ""),
      ...connected.map(({ address }) => address),
      ...brands.map(({ senderAddress }) => senderAddress ?? ""),
      ...agents.map(({ email }) => email),
    ].map((address) => address.toLowerCase()),
  );
  const inbound = `@${(env.POSTMARK_INBOUND_ADDRESS.split("@")[1] ?? "").toLowerCase()}`;
  return (address) => known.has(address.toLowerCase()) || address.toLowerCase().endsWith(inbound);
}
