import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  receiveShopWebhook(request, ["customers/data_request", "customers/redact", "shop/redact"]);

export const loader = postOnly;
