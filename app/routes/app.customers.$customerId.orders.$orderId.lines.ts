import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { ownerInStore } from "../orders/shown/owner.server.ts";
import { readMoreLines } from "../orders/shown/read-order.server.ts";

/** More lines of an order of the customer's in a `store`, from `after` on. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const customer = await findCustomer(workspace, params.customerId);
  const owner = await ownerInStore(customer, asked.get("store") ?? undefined);
  return json(await readMoreLines(owner, params.orderId, asked.get("after")));
});
