import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { searchCustomers } from "../customers/search.server.ts";
import { findStoreOf } from "../workspace/stores.server.ts";

/** Customers at Shopify that match `q`, in the store `store` of this workspace. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const store = await findStoreOf(workspace, asked.get("store") ?? undefined);
  return json(await searchCustomers(store.shopDomain, asked.get("q") ?? ""));
});
