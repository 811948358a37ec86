// What a merchant sets of a store's chat, taken from their page.
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { isId } from "../../lib/id.ts";
import { chatSettings } from "../../settings/chat.ts";
import { changeSettings } from "../../settings/write.server.ts";

/**
 * Changes a store's chat. Throws invalid ({ fields }) naming what doesn't fit, not-found for a store of others.
 * A follow-up may come only from an address of that store which is connected.
 */
export async function changeChatSettings(
  workspace: { id: string },
  storeId: string,
  wish: unknown,
  { by }: { by: Actor },
): Promise<void> {
  const parsed = chatSettings.safeParse(wish);
  if (!parsed.success)
    throw new AppError("invalid", { fields: parsed.error.issues.map(({ path }) => path.join(".")) });
  const { followUpFrom } = parsed.data;
  if (followUpFrom && !(await isConnected(workspace, storeId, followUpFrom)))
    throw new AppError("invalid", { fields: ["followUpFrom"] });
  await changeSettings(workspace, storeId, { chat: parsed.data }, { by });
}

async function isConnected(workspace: { id: string }, storeId: string, id: string): Promise<boolean> {
  if (!isId(storeId)) throw new AppError("not-found");
  const address = await db.supportAddress.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    select: { storeId: true, confirmedAt: true, retiredAt: true },
  });
  return Boolean(address?.confirmedAt && !address.retiredAt && address.storeId === storeId);
}
