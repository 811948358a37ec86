import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

// Shopify admin opens the app at its root, with what it needs to sign the agent in.
export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/app/tickets${new URL(request.url).search}`);
