import type { Tx } from "../db.server.ts";
import { settings, type SettingName, type SettingValue } from "./settings.ts";

/** A store's value, else the workspace's, else the default. A stored value that no longer fits counts as unset. */
export async function readSetting<N extends SettingName>(
  client: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  name: N,
): Promise<SettingValue<N>> {
  const rows = await client.setting.findMany({ where: { workspaceId, name, scope: { in: ["", storeId] } } });
  return settingAmong(rows, storeId, name);
}

/** The same, of rows that were read already. */
export function settingAmong<N extends SettingName>(
  rows: { scope: string; value: unknown }[],
  storeId: string,
  name: N,
): SettingValue<N> {
  const row = rows.find(({ scope }) => scope === storeId) ?? rows[0];
  const parsed = settings[name].safeParse(row?.value ?? {});
  return (parsed.success ? parsed.data : settings[name].parse({})) as SettingValue<N>;
}
