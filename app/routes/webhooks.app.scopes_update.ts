import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) => receiveShopWebhook(request, ["app/scopes_update"]);

export const loader = postOnly;
