import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { page, requireAgent } from "../auth.server.ts";

/** The forms of the store whose admin this is. */
export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { store } = await requireAgent(request);
  return redirect(`/app/settings/forms/${store.id}${new URL(request.url).search}`);
});

export default function FormSettingsHome() {
  return null;
}
