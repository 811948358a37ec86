// A signed-in shopper typed an address: whose it is, by Shopify's word.
import { makeBuyer, makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, expect, test } from "vitest";
import {
  makeCustomer,
  makeMessage,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { confirmIdentity } from "./confirm-identity.server.ts";
import { identifyCustomer } from "./identify.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

/** A buyer of a shop we may ask, and a ticket of theirs. */
async function signedIn() {
  const buyer = makeBuyer();
  const shop = makeShop({ customers: [buyer] });
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const customer = await makeCustomer(workspace, { email: buyer.email });
  const ticket = await makeTicket(store, { customerId: customer.id });
  return { buyer, workspace, ticket };
}

async function claimed(fromAddress: string | null, shopifyId?: string) {
  const all = await signedIn();
  const message = await makeMessage(all.ticket, {
    channel: "form",
    fromAddress: fromAddress ?? all.buyer.email,
    shopifyId: shopifyId ?? all.buyer.id,
  });
  const ref = { workspaceId: all.workspace.id, messageId: message.id };
  const outcome = async () => ({
    identity: (await db.ticket.findFirstOrThrow({ where: { workspaceId: all.workspace.id } })).identity,
    links: await db.shopifyCustomer.count({ where: { workspaceId: all.workspace.id } }),
  });
  return { ...all, ref, outcome };
}

test("an address that is theirs at Shopify is confirmed, and remembered", async () => {
  const { ref, outcome } = await claimed(null);
  await confirmIdentity(ref);
  await confirmIdentity(ref);
  expect(await outcome()).toEqual({ identity: "verified", links: 1 });
});

test("an address that is somebody else's is a mismatch, and nothing is linked", async () => {
  const { ref, outcome } = await claimed("victim@example.com");
  await confirmIdentity(ref);
  expect(await outcome()).toEqual({ identity: "mismatch", links: 0 });
});

test("that of a customer Shopify doesn't know stays a claim", async () => {
  const { ref, outcome } = await claimed(null, "1");
  await confirmIdentity(ref);
  expect(await outcome()).toEqual({ identity: "claimed", links: 0 });
});

test("the question waits for Shopify: the job is to be tried again", async () => {
  const { ref, outcome } = await claimed(null);
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, status: 503 });
  await expect(confirmIdentity(ref)).rejects.toThrow();
  expect(await outcome()).toEqual({ identity: "claimed", links: 0 });
  sandbox.state.failures.length = 0;
  await confirmIdentity(ref);
  expect(await outcome()).toMatchObject({ identity: "verified" });
});

test("an order with their address proves nothing of who is signed in, until Shopify does", async () => {
  const { workspace, buyer, ref, outcome } = await claimed(null);
  const { workspaceId, storeId, customerId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId: workspace.id },
  });
  await db.shopifyCustomer.create({
    data: { workspaceId, storeId, shopifyId: buyer.id, customerId: customerId ?? "", proof: "order" },
  });
  const from = { workspaceId, storeId };
  const writer = { name: "", address: buyer.email ?? "", shopifyCustomerId: buyer.id };
  const identify = () => db.$transaction((tx) => identifyCustomer(tx, from, writer, null));
  expect(await identify()).toMatchObject({ judged: "address" });
  await confirmIdentity(ref);
  expect(await outcome()).toEqual({ identity: "verified", links: 1 });
  expect(await identify()).toMatchObject({ judged: "signed-in" });
});

test("an address nobody has written from is known by the order it names", async () => {
  const { workspace, buyer } = await claimed(null);
  const { workspaceId, storeId, customerId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId: workspace.id },
  });
  await db.shopifyCustomer.create({
    data: { workspaceId, storeId, shopifyId: buyer.id, customerId: customerId ?? "", proof: "proxy" },
  });
  const address = `ny-${buyer.id}@example.com`;
  await makeShopOrder({ workspaceId, id: storeId }, { email: address, shopifyCustomerId: buyer.id });
  const identify = (orderName: string) =>
    db.$transaction((tx) =>
      identifyCustomer(
        tx,
        { workspaceId, storeId },
        { name: "Ny", address, shopifyCustomerId: null, orderName },
        null,
      ),
    );
  expect(await identify("2188")).toMatchObject({ customerId, judged: "address" });
});
