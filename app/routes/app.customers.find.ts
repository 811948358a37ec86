import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomers } from "../customers/find-customers.server.ts";

/** Customers whose name or address begins with `q`. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json({
    customers: await findCustomers(workspace, new URL(request.url).searchParams.get("q") ?? ""),
  });
});
