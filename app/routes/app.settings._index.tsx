import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { page, requireAgent } from "../auth.server.ts";

/** The first page of it. Signed in first: Shopify's parameters in the address work only once. */
export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  await requireAgent(request);
  return redirect(`/app/settings/email${new URL(request.url).search}`);
});

export default function SettingsHome() {
  return null;
}
