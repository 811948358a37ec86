// A buyer Shopify may be asked about, for tests of what is shown of customers.
import { makeBuyer, makeShop, sandbox } from "./setup/sandbox.ts";
import { beforeEach } from "vitest";
import { order } from "../sandbox/shopify/small-world.ts";
import type { FailRule } from "../sandbox/state.ts";
import { freshCardOfTicket } from "../app/customers/ticket-card.server.ts";
import { makeCustomer, makeMessage, makeStore, makeTicket, makeWorkspace } from "./factories.ts";
import { signInStore } from "./shopify-session.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

/** Makes the next queries go wrong. */
export const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, ...rule });

/** What Shopify says now. */
export const ask = (ticket: { workspaceId: string; id: string }) => freshCardOfTicket(ticket, { anew: true });

/** A buyer with six orders in a shop we may ask, and a ticket of theirs. */
export async function asked() {
  const buyer = makeBuyer();
  const orders = [1, 2, 3, 4, 5, 6].map((n) => order(n, { customerId: buyer.id, email: buyer.email }));
  const shop = makeShop({ customers: [buyer], orders });
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const customer = await makeCustomer(workspace, { email: buyer.email });
  const ticket = await makeTicket(store, { customerId: customer.id });
  await makeMessage(ticket);
  return { buyer, shop, workspace, store, customer, ticket };
}
