import { db, type Tx } from "../db.server.ts";
import { readSetting, settingAmong } from "../settings/read.server.ts";
import { hoursOf, type Hours } from "./hours.ts";

export interface StoreRef {
  workspaceId: string;
  id: string;
}

/** A store's office hours, by its own clock unless another was chosen. */
export async function readHours(client: Tx, { workspaceId, id }: StoreRef): Promise<Hours> {
  const setting = await readSetting(client, { workspaceId, storeId: id }, "hours");
  const store = await client.store.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { timeZone: true },
  });
  return hoursOf(setting, store);
}

/** Those of many stores, by "workspace store". */
export async function readHoursOfMany(stores: StoreRef[]): Promise<Map<string, Hours>> {
  const workspaceIds = [...new Set(stores.map(({ workspaceId }) => workspaceId))];
  const [rows, settings] = await Promise.all([
    db.store.findMany({
      where: { workspaceId: { in: workspaceIds }, id: { in: stores.map(({ id }) => id) } },
      select: { workspaceId: true, id: true, timeZone: true },
    }),
    db.setting.findMany({ where: { workspaceId: { in: workspaceIds }, name: "hours" } }),
  ]);
  return new Map(
    rows.map(({ workspaceId, id, timeZone }) => {
      const own = settings.filter((row) => row.workspaceId === workspaceId && ["", id].includes(row.scope));
      return [`${workspaceId} ${id}`, hoursOf(settingAmong(own, id, "hours"), { timeZone })];
    }),
  );
}
