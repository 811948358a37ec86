import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAgent } from "../../auth.server.ts";
import { findCustomer } from "../../customers/find.server.ts";
import { readKnown } from "../../customers/known.server.ts";
import { listMerges } from "../../customers/merging/side.server.ts";
import type { CustomerView } from "./customer-view.ts";

/** The customer a request is for, as the one who asks sees them. */
export async function viewCustomer({ request, params }: LoaderFunctionArgs): Promise<CustomerView> {
  const { workspace } = await requireAgent(request);
  const ref = await findCustomer(workspace, params.customerId);
  // Merged into somebody else since the link was made.
  if (ref.id !== params.customerId?.toLowerCase())
    throw redirect(`/app/customers/${ref.id}${new URL(request.url).search}`);
  const [customer, merges] = await Promise.all([readKnown(ref), listMerges(ref)]);
  return { customer, merges };
}
