import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  receiveShopWebhook(request, ["app_subscriptions/update"]);

export const loader = postOnly;
