import { db } from "../../db.server.ts";
import type { Actor } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { beginOrderSync } from "../../workspace/order-sync.server.ts";
import type { StoreRef } from "./keep.server.ts";

/** Fetches all of a store's orders again, because somebody asked. One that is under way is left to it. */
export const refetchOrders = ({ workspaceId, storeId }: StoreRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const sync = await tx.orderSync.findUnique({
      where: { workspaceId_storeId: { workspaceId, storeId } },
      select: { state: true },
    });
    if (sync && sync.state !== "done" && sync.state !== "failed") return;
    await beginOrderSync(tx, { workspaceId, storeId });
    await recordEvent(tx, workspaceId, { type: "orders-refetched", by, data: { storeId } });
  });
