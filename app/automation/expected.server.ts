import type { Tx } from "../db.server.ts";
import type { Expected } from "../mail/expectation.ts";
import { readSetting } from "../settings/read.server.ts";
import { expectAnswer } from "./expectation.ts";
import { readHours, type StoreRef } from "./read-hours.server.ts";

/** When whoever writes to this store at that moment may expect an answer. */
export async function expectedOf(client: Tx, { workspaceId, id }: StoreRef, at: Date): Promise<Expected> {
  const hours = await readHours(client, { workspaceId, id });
  const { withinHours } = await readSetting(client, { workspaceId, storeId: id }, "answers");
  return { what: expectAnswer(hours, withinHours, at), at, timeZone: hours.timeZone };
}
