import { atTicket, cancelling, refunding } from "../../../tests/at-order.ts";
import { sandbox } from "../../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { db } from "../../db.server.ts";
import { settleIntent } from "./settle.server.ts";

test.each([
  ["a status", { status: 429, times: 1 }],
  ["an answer of 200, at every step", { throttled: true, times: 3 }],
])("throttling that comes as %s is waited out, and the refund made once", async (_, how) => {
  const { bought, ask, wish, calls } = await atTicket();
  const match = how.times > 1 ? "" : "refundCreate";
  sandbox.state.failures.push({ service: "shopify", match, ...how });
  await ask(wish("refund", refunding));
  expect(bought.refunds).toMatchObject([{ amount: "100.0" }]);
  const keys = calls("RefundCreate").map(
    ({ body }) => (body as { variables: { key: string } }).variables.key,
  );
  expect(new Set(keys).size).toBe(1);
});

test("a refund whose answer was lost is asked for again under the same key", async () => {
  const { bought, ask, wish, intents, calls } = await atTicket();
  sandbox.state.failures.push({ service: "shopify", match: "refundCreate", times: 1, status: 502 });
  await ask(wish("refund", refunding));
  expect(calls("RefundCreate")).toHaveLength(2);
  expect(bought.refunds).toHaveLength(1);
  expect(await intents()).toMatchObject([{ state: "done" }]);
});

test("an address change without an answer is unknown until the order was read, and blocks the next", async () => {
  const { bought, ask, wish, intents, workspace, calls } = await atTicket();
  const address = {
    lastName: "Ek",
    firstName: "Ebba",
    address1: "Nygatan 2",
    zip: "223 50",
    city: "Lund",
    countryCode: "SE",
  };
  sandbox.state.failures.push({ service: "shopify", match: "mutation OrderAddress", times: 1, status: 504 });
  await ask(wish("address", address));
  const [intent] = await intents();
  expect(intent).toMatchObject({ state: "unknown" });
  await expect(ask(wish("address", address))).rejects.toMatchObject({ code: "order-busy" });
  expect(calls("OrderAddress")).toHaveLength(1);
  const ref = { workspaceId: workspace.id, intentId: intent?.id ?? "" };
  await settleIntent(ref);
  expect((await intents())[0]).toMatchObject({ state: "unknown" });
  bought.shippingAddress = { ...address, country: "Sweden", address2: null, company: null, phone: null };
  await settleIntent(ref);
  expect((await intents())[0]).toMatchObject({ state: "done" });
});

test("what is not there a minute later did not get through", async () => {
  const { ask, wish, intents, workspace } = await atTicket({ financialStatus: "PENDING" });
  sandbox.state.failures.push({ service: "shopify", match: "OrderInvoiceSend", times: 1, status: 504 });
  await ask(wish("resend", { message: "" }));
  const [intent] = await intents();
  const where = { workspaceId_id: { workspaceId: workspace.id, id: intent?.id ?? "" } };
  await db.orderIntent.update({ where, data: { attemptedAt: new Date(Date.now() - 120_000) } });
  await settleIntent({ workspaceId: workspace.id, intentId: intent?.id ?? "" });
  expect((await intents())[0]).toMatchObject({ state: "failed", reason: "unclear" });
});

test("a worker sees to a cancellation that takes longer than anybody waits", async () => {
  const { ask, wish, intents, workspace } = await atTicket();
  sandbox.state.jobsTakeMs = 3_600;
  const going = ask(wish("cancel", cancelling));
  await going;
  const [intent] = await intents();
  expect(intent).toMatchObject({ state: "running" });
  sandbox.state.jobsTakeMs = 10;
  await expect
    .poll(
      async () => {
        await settleIntent({ workspaceId: workspace.id, intentId: intent?.id ?? "" });
        return (await intents())[0]?.state;
      },
      { timeout: 4_000, interval: 300 },
    )
    .toBe("done");
});
