import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) => receiveShopWebhook(request, ["app/uninstalled"]);

export const loader = postOnly;
