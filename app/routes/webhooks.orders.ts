import type { ActionFunctionArgs } from "@remix-run/node";
import { ORDER_TOPICS } from "../workspace/order-hints.ts";
import { postOnly, receiveShopWebhook } from "../workspace/shop-webhooks.server.ts";

export const action = ({ request }: ActionFunctionArgs) => receiveShopWebhook(request, ORDER_TOPICS);

export const loader = postOnly;
