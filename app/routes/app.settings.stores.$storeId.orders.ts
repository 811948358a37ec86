import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { refetchOrders } from "../orders/mirror/refetch.server.ts";
import { findStoreOf } from "../workspace/stores.server.ts";

/** POST fetches all of a store's orders again. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const store = await findStoreOf(workspace, params.storeId);
  await refetchOrders({ workspaceId: workspace.id, storeId: store.id }, { by });
  return json({ ok: true });
});
