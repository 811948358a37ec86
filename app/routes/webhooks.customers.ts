import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) =>
  receiveShopWebhook(request, [
    "customers/create",
    "customers/update",
    "customers/delete",
    "customers/merge",
  ]);

export const loader = postOnly;
