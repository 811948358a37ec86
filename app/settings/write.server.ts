import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { isId } from "../lib/id.ts";
import { now } from "../lib/clock.ts";
import { askToPublish } from "./publish-storefront.server.ts";
import { settings, type SettingName } from "./settings.ts";

/** The storefront shows something of these. */
const PUBLISHED: readonly string[] = ["chat"] satisfies SettingName[];

/** Changes a store's settings. Throws not-found for a store of others, invalid ({ field }) for a value that doesn't fit. */
export async function changeSettings(
  workspace: { id: string },
  storeId: string,
  changes: Partial<Record<SettingName, unknown>>,
  { by }: { by: Actor },
): Promise<void> {
  const workspaceId = workspace.id;
  const values = Object.entries(changes).map(([name, value]) => {
    const parsed = settings[name as SettingName].safeParse(value);
    if (!parsed.success) throw new AppError("invalid", { field: name });
    return { name, value: parsed.data };
  });
  await db.$transaction(async (tx) => {
    const store = isId(storeId)
      ? await tx.store.findUnique({
          where: { workspaceId_id: { workspaceId, id: storeId } },
          select: { id: true },
        })
      : null;
    if (!store) throw new AppError("not-found");
    for (const { name, value } of values) {
      const key = { workspaceId, scope: storeId, name };
      await tx.setting.upsert({
        where: { workspaceId_scope_name: key },
        create: { ...key, value, updatedAt: now() },
        update: { value, updatedAt: now() },
      });
      await recordEvent(tx, workspaceId, { type: "setting-changed", by, data: { storeId, name, value } });
    }
    if (values.some(({ name }) => PUBLISHED.includes(name)))
      await askToPublish(tx, { workspaceId, storeId: store.id });
  });
}
