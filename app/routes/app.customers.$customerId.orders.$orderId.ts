import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { ownerInStore } from "../orders/shown/owner.server.ts";
import { openOrder } from "../orders/shown/read-order.server.ts";

/** An order of the customer's in a `store`, opened in place. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const owner = await ownerInStore(customer, new URL(request.url).searchParams.get("store") ?? undefined);
  return json(await openOrder(owner, params.orderId));
});
