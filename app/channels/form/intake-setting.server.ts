// Whether a store's contact forms become tickets, or are passed on by e-mail.
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { changeSettings } from "../../settings/write.server.ts";

/** Throws invalid ({ field: "forwardTo", reason }) for an address that is none, or whose mail would come back to us. */
export async function changeIntake(
  workspace: { id: string },
  storeId: string,
  { tickets, forwardTo }: { tickets: boolean; forwardTo: string },
  { by }: { by: Actor },
): Promise<void> {
  const address = forwardTo.trim().toLowerCase();
  if (address) await refuseOurs(address);
  if (!tickets && !address) throw new AppError("invalid", { field: "forwardTo", reason: "no-address" });
  await changeSettings(
    workspace,
    storeId,
    { contactForm: { tickets, forwardTo: address || null } },
    { by },
  ).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "invalid")
      throw new AppError("invalid", { field: "forwardTo", reason: "no-address" });
    throw error;
  });
}

/** What is forwarded to Samla would become a ticket after all, sent by ourselves. */
async function refuseOurs(address: string): Promise<void> {
  const ours = address.endsWith(`@${env.POSTMARK_INBOUND_ADDRESS.split("@")[1] ?? ""}`);
  const connected = await db.inboundAddress.findUnique({ where: { address }, select: { token: true } });
  if (ours || connected) throw new AppError("invalid", { field: "forwardTo", reason: "connected" });
}
