// An agent at a ticket of somebody who ordered, for tests of what is done to orders.
import { callsWith, makeBuyer, makeShop, makeStaff, sandbox } from "./setup/sandbox.ts";
import { beforeEach } from "vitest";
import { order } from "../sandbox/shopify/small-world.ts";
import type { Order, Staff } from "../sandbox/world/types.ts";
import { db } from "../app/db.server.ts";
import { newId } from "../app/lib/id.ts";
import { actingOn } from "../app/orders/actions/acting.server.ts";
import { wishes, type AnyWish } from "../app/orders/actions/action.ts";
import type { ActionKind } from "../app/orders/actions/kinds.ts";
import { carryOut } from "../app/orders/actions/carry-out.server.ts";
import {
  makeAgent,
  makeCustomer,
  makeShopifyCustomer,
  makeStaffAccount,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "./factories.ts";
import { signInStaff, signInStore } from "./shopify-session.ts";

const SCOPES =
  "read_customers,write_customers,read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_all_orders";

beforeEach(() => {
  sandbox.state.failures.length = 0;
  sandbox.state.jobsTakeMs = 10;
});

let given = 0;

/** An agent at a ticket of somebody who ordered two jackets for 1,048. */
export async function atTicket(over: Partial<Order> = {}, lacks?: Staff["lacks"]) {
  const buyer = makeBuyer();
  given += 10;
  const bought = order(given, { customerId: buyer.id, email: buyer.email, ...over });
  const other = order(given + 1, { customerId: "1", email: "other@example.se" });
  const staff = makeStaff(lacks ? { lacks } : {});
  const boss = makeStaff({ firstName: "Berit" });
  const shop = makeShop({
    customers: [buyer],
    orders: [bought, other],
    staff: [staff, boss],
    scopes: SCOPES,
    products: [
      {
        ...{ id: "31", handle: "mossa", title: "Mössa", description: "", vendor: "Björk" },
        variants: [{ id: "41", title: "Default Title", sku: "MO", price: "199.00" }],
      },
    ],
  });
  await signInStore(shop);
  for (const one of [staff, boss]) await signInStaff(shop, one);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain, currency: "SEK" });
  const agent = await makeAgent(workspace, { role: "support" });
  const approver = await makeAgent(workspace, { role: "manager" });
  await makeStaffAccount(store, agent, staff.id);
  await makeStaffAccount(store, approver, boss.id);
  const customer = await makeCustomer(workspace, { email: buyer.email });
  await makeShopifyCustomer(store, customer, buyer.id);
  const ticket = await makeTicket(store, { customerId: customer.id });
  const acting = await actingOn(ticket, agent);
  const version = () => bought.updatedAt ?? bought.cancelledAt ?? bought.createdAt;
  const wish = <K extends ActionKind>(kind: K, fields: object) =>
    ({ kind, wish: wishes[kind].parse(fields) }) as AnyWish;
  const ask = (
    asked: AnyWish,
    more: { intentId?: string; approverId?: string; orderId?: string; version?: string } = {},
  ) =>
    carryOut(acting, {
      ...{ intentId: newId(), orderId: bought.id, version: version(), approverId: null, mayApprove: false },
      ...{ asked, ...more },
    });
  const intents = () =>
    db.orderIntent.findMany({ where: { workspaceId: workspace.id }, orderBy: { createdAt: "asc" } });
  const events = async () =>
    (
      await db.event.findMany({
        where: { workspaceId: workspace.id, ticketId: ticket.id },
        orderBy: { createdAt: "asc" },
      })
    ).map(({ type }) => type);
  const mails = () =>
    sandbox.state.mail.sent.filter(({ to }) => to[0]?.email === buyer.email).map(({ subject }) => subject);
  const calls = (name: string) => callsWith(shop.domain, `mutation ${name}`);
  return {
    bought,
    other,
    shop,
    store,
    staff,
    workspace,
    agent,
    approver,
    ticket,
    acting,
    wish,
    ask,
    intents,
    events,
    mails,
    calls,
  };
}

export const cancelling = { reason: "CUSTOMER", restock: true, refund: true, notify: true, note: "" };
export const refunding = {
  how: "amount",
  lines: [],
  shipping: false,
  amount: "100.00",
  notify: true,
  note: "Sen leverans",
};
