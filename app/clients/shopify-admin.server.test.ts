import { callsWith, makeBuyer, makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { FailRule } from "../../sandbox/state.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { CUSTOMER_EMAIL } from "../customers/customer.graphql.ts";
import { MINUTE } from "../lib/clock.ts";
import { askShopify } from "./shopify-admin.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "shopify", match: "", times: 1, ...rule });

const ebba = () => makeBuyer({ email: "ebba@example.com" });

async function installed(livesMs?: number) {
  const buyer = ebba();
  const shop = makeShop({ customers: [buyer] });
  const first = await signInStore(shop, livesMs);
  const ask = () =>
    askShopify<{ customer: { id: string } | null }>(shop.domain, CUSTOMER_EMAIL, {
      id: `gid://shopify/Customer/${buyer.id}`,
    });
  const refreshes = () => callsWith(shop.domain, "access_token").length;
  return { shop, buyer, first, ask, refreshes };
}

test("a question is answered with the store's own token", async () => {
  const { ask, buyer, refreshes } = await installed();
  const { data, withheld } = await ask();
  expect(data.customer?.id).toBe(`gid://shopify/Customer/${buyer.id}`);
  expect(withheld).toBe(false);
  expect(refreshes()).toBe(0);
});

describe("a token that is nearly over", () => {
  test("is refreshed once by ten questions at once, and all are answered", async () => {
    const { ask, refreshes } = await installed(2 * MINUTE);
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(answers.every(({ data }) => data.customer !== null)).toBe(true);
    expect(refreshes()).toBe(1);
    await ask();
    expect(refreshes()).toBe(1);
  });

  test("in twelve stores at once, each is refreshed once and none waits for connections", async () => {
    const stores = await Promise.all(Array.from({ length: 12 }, () => installed(2 * MINUTE)));
    await Promise.all(stores.flatMap(({ ask }) => [ask(), ask()]));
    expect(stores.map(({ refreshes }) => refreshes())).toEqual(stores.map(() => 1));
  });

  test("that the token endpoint refuses to refresh is a problem said in our words", async () => {
    const { ask, shop } = await installed(2 * MINUTE);
    fail({ match: "access_token", status: 500, times: 9 });
    await expect(ask()).rejects.toMatchObject({ problem: "down" });
    sandbox.state.failures.length = 0;
    await ask();
    expect(callsWith(shop.domain, "access_token").length).toBeGreaterThan(1);
  });
});

describe("what goes wrong at Shopify", () => {
  test.each([
    ["down", { status: 502 }],
    ["throttled", { status: 429 }],
    ["refused", { status: 403 }],
    ["down", { drop: true }],
  ])("%s: %j", async (problem, rule) => {
    const { ask } = await installed();
    fail({ match: "CustomerEmail", times: 9, ...rule });
    await expect(ask()).rejects.toMatchObject({ problem });
  });

  test("no budget left is throttled", async () => {
    const { ask, shop } = await installed();
    const installation = sandbox.state.installations.get(shop.domain);
    if (!installation) throw new Error("not installed");
    installation.bucket = { available: -10_000, at: sandbox.state.now().getTime() };
    await expect(ask()).rejects.toMatchObject({ problem: "throttled" });
  });

  test("a store that never gave us a token, or took it away", async () => {
    await expect(askShopify(makeShop().domain, CUSTOMER_EMAIL, { id: "" })).rejects.toMatchObject({
      problem: "uninstalled",
    });
    const { ask, shop } = await installed();
    sandbox.state.tokens.revokeShop(shop.domain);
    await expect(ask()).rejects.toMatchObject({ problem: "refused" });
  });
});
