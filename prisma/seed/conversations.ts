// Every conversation of the small seed, by hand: what the inbox holds when somebody first opens it.
import type { Conversation } from "./conversation.ts";
import { fjallrumOrders } from "./conversations/fjallrum-orders.ts";
import { fjallrumProducts } from "./conversations/fjallrum-products.ts";
import { fjallrumReturns } from "./conversations/fjallrum-returns.ts";
import { kystullOrders } from "./conversations/kystull-orders.ts";
import { kystullProducts } from "./conversations/kystull-products.ts";
import { tallrikLetters } from "./conversations/tallrik.ts";

export const conversations: Conversation[] = [
  ...fjallrumOrders,
  ...fjallrumReturns,
  ...fjallrumProducts,
  ...kystullOrders,
  ...kystullProducts,
  ...tallrikLetters,
];
