// What the settings page shows of a store's office hours, and takes of them.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { storefrontLanguage, type StorefrontLanguage } from "../i18n/storefront-language.ts";
import { readSetting } from "../settings/read.server.ts";
import type { SettingValue } from "../settings/settings.ts";
import { changeSettings } from "../settings/write.server.ts";
import { listStores } from "../workspace/stores.server.ts";

export interface HoursPage {
  store: { id: string; name: string; timeZone: string; language: StorefrontLanguage };
  stores: { id: string; name: string }[];
  hours: SettingValue<"hours">;
  messages: SettingValue<"chatMessages">;
  /** IANA */
  zones: string[];
}

/** The office hours of one of the workspace's stores. Throws not-found for others. */
export async function viewHours(workspace: { id: string }, storeId: string | undefined): Promise<HoursPage> {
  const workspaceId = workspace.id;
  const stores = await listStores(workspace);
  const store = stores.find(({ id }) => id === storeId);
  if (!store) throw new AppError("not-found");
  const place = { workspaceId, storeId: store.id };
  const [hours, messages, { timeZone, locale }] = await Promise.all([
    readSetting(db, place, "hours"),
    readSetting(db, place, "chatMessages"),
    db.store.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: store.id } },
      select: { timeZone: true, locale: true },
    }),
  ]);
  return {
    store: { id: store.id, name: store.name, timeZone, language: storefrontLanguage(locale) },
    stores: stores.map(({ id, name }) => ({ id, name })),
    hours,
    messages,
    zones: Intl.supportedValuesOf("timeZone"),
  };
}

/** Changes a store's hours and what its chat says by itself. Throws not-found, invalid ({ field }). */
export const changeHours = (
  workspace: { id: string },
  storeId: string,
  { hours, messages }: { hours: unknown; messages: unknown },
  { by }: { by: Actor },
): Promise<void> => changeSettings(workspace, storeId, { hours, chatMessages: messages }, { by });
