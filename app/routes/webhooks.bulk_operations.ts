import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  receiveShopWebhook(request, ["bulk_operations/finish"]);

export const loader = postOnly;
