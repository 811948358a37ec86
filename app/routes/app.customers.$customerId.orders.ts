import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { listOrders } from "../orders/shown/list.server.ts";
import { latestStoreOf, ownerInStore } from "../orders/shown/owner.server.ts";
import { readWish } from "../orders/shown/search.ts";

/** The customer's orders in a `store`, or where they last wrote: newest first, by `q` and `status`, from `after` on. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, store } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const customer = await findCustomer(workspace, params.customerId);
  const storeId = asked.get("store") ?? (await latestStoreOf(customer)) ?? store.id;
  const owner = await ownerInStore(customer, storeId);
  return json(await listOrders(owner, readWish(asked), asked.get("after")));
});
