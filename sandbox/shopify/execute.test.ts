import { describe, expect, test } from "vitest";
import { runGraphql } from "./execute.ts";
import { callerIn, order, smallState } from "./small-world.ts";

interface Answer {
  status: number;
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: { cost: Record<string, unknown> };
}

async function ask(query: string, variables: object = {}, state = smallState()): Promise<Answer> {
  const { status, body } = await runGraphql(callerIn(state), { query, variables });
  return { status, ...body };
}

describe("customers", () => {
  test("are found by e-mail address, whatever its case, with what they spent and how often they ordered", async () => {
    const { data, errors } = await ask(
      `query ($email: String!) { customerByIdentifier(identifier: { emailAddress: $email }) {
        id displayName numberOfOrders amountSpent { amount currencyCode } lastOrder { name }
        defaultEmailAddress { emailAddress } defaultAddress { formatted(withName: true) } } }`,
      { email: "Ebba@Example.se" },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      customerByIdentifier: {
        id: "gid://shopify/Customer/77",
        displayName: "Ebba Lindqvist",
        numberOfOrders: "2",
        amountSpent: { amount: "2096.0", currencyCode: "SEK" },
        lastOrder: { name: "#1001" },
        defaultEmailAddress: { emailAddress: "ebba@example.se" },
        defaultAddress: { formatted: ["Ebba Lindqvist", "Storgatan 1", "111 22 Stockholm", "Sweden"] },
      },
    });
  });

  test("who do not exist are null without an error", async () => {
    const answer = await ask(`{ customer(id: "gid://shopify/Customer/1") { id } }`);
    expect(answer).toMatchObject({ data: { customer: null } });
    expect(answer.errors).toBeUndefined();
  });

  test("have spent nothing on orders that were refunded, cancelled before payment or never paid", async () => {
    const orders = [
      order(1, { financialStatus: "REFUNDED" }),
      order(2, { financialStatus: "VOIDED", cancelledAt: "2026-11-19T09:00:00Z" }),
      order(3, { financialStatus: "PENDING" }),
      order(4, { financialStatus: "PARTIALLY_REFUNDED" }),
    ];
    const { data } = await ask(
      `{ customer(id: "gid://shopify/Customer/77") { amountSpent { amount } numberOfOrders } }`,
      {},
      smallState({ orders }),
    );
    expect(data).toEqual({ customer: { amountSpent: { amount: "548.5" }, numberOfOrders: "4" } });
  });
});

describe("orders", () => {
  test("of a single piece, partly refunded, keep the piece", async () => {
    const [line] = order(1).lines;
    const lines = line ? [{ ...line, quantity: 1 }] : [];
    const orders = [
      order(1, { lines, total: "499.50", shipping: "0.00", financialStatus: "PARTIALLY_REFUNDED" }),
    ];
    const { data } = await ask(
      `{ order(id: "gid://shopify/Order/5001") { currentSubtotalLineItemsQuantity
        totalRefundedSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } } }`,
      {},
      smallState({ orders }),
    );
    expect(data).toEqual({
      order: {
        currentSubtotalLineItemsQuantity: 1,
        totalRefundedSet: { shopMoney: { amount: "100.0" } },
        currentTotalPriceSet: { shopMoney: { amount: "399.5" } },
      },
    });
  });

  test("come in pages whose cursors lead on without gap or repeat", async () => {
    const state = smallState({ orders: [1, 2, 3, 4, 5].map((number) => order(number)) });
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data } = await ask(
        `query ($after: String) { customer(id: "gid://shopify/Customer/77") {
          orders(first: 2, after: $after, sortKey: PROCESSED_AT, reverse: true) {
            nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
        { after },
        state,
      );
      const { orders } = (data as { customer: { orders: Page } }).customer;
      expect(orders.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...orders.nodes.map((node) => node.name));
      after = orders.pageInfo.endCursor;
      if (!orders.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(["#1001", "#1002", "#1003", "#1004", "#1005"]);
  });

  test.each([
    [`name:#1001 AND email:ebba@example.se`, ["#1001"]],
    [`name:1002`, ["#1002"]],
    [`name:#1001 email:someone@else.se`, []],
    [`Lindqvist`, ["#1002", "#1001"]],
    [`name:#100`, []],
  ])("searching for %s finds %j", async (query, names) => {
    const { data } = await ask(`query ($q: String!) { orders(first: 5, query: $q) { nodes { name } } }`, {
      q: query,
    });
    expect(data).toEqual({ orders: { nodes: names.map((name) => ({ name })) } });
  });

  test("older than 60 days are hidden unless the app may read all orders", async () => {
    const orders = [order(1), order(61)];
    const names = `{ orders(first: 5) { nodes { name } } }`;
    const all = await ask(names, {}, smallState({ orders }));
    const recent = await ask(names, {}, smallState({ orders, scopes: "read_orders" }));
    expect(all.data).toEqual({ orders: { nodes: [{ name: "#1061" }, { name: "#1001" }] } });
    expect(recent.data).toEqual({ orders: { nodes: [{ name: "#1001" }] } });
  });

  test("keep the tags and the note that the app gives them", async () => {
    const state = smallState();
    const id = "gid://shopify/Order/5001";
    await ask(
      `mutation ($id: ID!) { tagsAdd(id: $id, tags: ["byte"]) { userErrors { message } } }`,
      { id },
      state,
    );
    await ask(
      `mutation ($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }`,
      { input: { id, note: "Ring först" } },
      state,
    );
    const { data } = await ask(`query ($id: ID!) { order(id: $id) { tags note } }`, { id }, state);
    expect(data).toEqual({ order: { tags: ["byte"], note: "Ring först" } });
  });
});

interface Page {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

describe("what Shopify would refuse", () => {
  test("a field that does not exist fails with Shopify's words and no data", async () => {
    const answer = await ask(`{ shop { name lokale } }`);
    expect(answer.status).toBe(200);
    expect(answer).not.toHaveProperty("data");
    expect(answer.errors?.[0]).toMatchObject({
      message: "Field 'lokale' doesn't exist on type 'Shop'",
      extensions: { code: "undefinedField" },
    });
  });

  test("a missing scope is named, and the field stays empty", async () => {
    const { errors, data } = await ask(
      `{ customers(first: 1) { nodes { id } } }`,
      {},
      smallState({ scopes: "read_orders" }),
    );
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toMatch(
      /^Access denied for customers field\. Required access: `read_customers`/,
    );
    expect(errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
  });

  test("a missing variable is an error without data", async () => {
    const answer = await ask(`query ($id: ID!) { customer(id: $id) { id } }`);
    expect(answer).not.toHaveProperty("data");
    expect(answer.errors?.[0]?.extensions.code).toBe("INVALID_VARIABLE");
  });

  test("a connection without a page size", async () => {
    const { errors } = await ask(`{ orders { nodes { id } } }`);
    expect(errors?.[0]?.message).toContain("first or last");
  });

  test("an app without approval for customer data gets null and an error for each protected field", async () => {
    const state = smallState();
    const installation = state.installations.get("small.myshopify.com");
    if (installation) installation.protectedData = false;
    const { data, errors, status } = await ask(
      `{ customer(id: "gid://shopify/Customer/77") { firstName lastName numberOfOrders defaultEmailAddress { emailAddress } } }`,
      {},
      state,
    );
    expect(status).toBe(200);
    expect(data).toEqual({
      customer: { firstName: null, lastName: null, numberOfOrders: "2", defaultEmailAddress: null },
    });
    expect(errors).toHaveLength(3);
    expect(errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
  });
});

describe("what only the sandbox cannot do", () => {
  test("a field without a resolver is an error, not null", async () => {
    const { status, data, errors } = await ask(
      `{ customer(id: "gid://shopify/Customer/77") { multipassIdentifier } }`,
    );
    expect(status).toBe(501);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe("The sandbox has no resolver for Customer.multipassIdentifier.");
  });

  test.each(["name:#1001 OR name:#1002", "total_weight:>5", "-tag:vip"])(
    "search syntax it does not know: %s",
    async (q) => {
      const { status } = await ask(`query ($q: String!) { orders(first: 1, query: $q) { nodes { id } } }`, {
        q,
      });
      expect(status).toBe(501);
    },
  );
});

describe("costs", () => {
  const query = `{ orders(first: 50) { nodes { id lineItems(first: 10) { nodes { id } } } } }`;

  test("are told for what was asked and for what was there", async () => {
    const { extensions } = await ask(query);
    expect(extensions?.cost).toMatchObject({
      requestedQueryCost: 2 + 50 * (1 + 2 + 10),
      actualQueryCost: 2 + 2 * (1 + 2 + 1),
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1990, restoreRate: 100 },
    });
  });

  test("beyond a thousand points for one query are refused", async () => {
    const { errors } = await ask(query.replace("50", "100"));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", cost: 1302 });
  });

  test("empty the bucket, which fills again with time", async () => {
    const state = smallState();
    const installation = state.installations.get("small.myshopify.com");
    if (installation) installation.bucket = { available: 600, at: state.now().getTime() };

    const refused = await ask(query, {}, state);
    expect(refused.status).toBe(200);
    expect(refused.errors?.[0]).toMatchObject({ message: "Throttled", extensions: { code: "THROTTLED" } });
    expect(refused.extensions?.cost.actualQueryCost).toBeNull();

    state.clockOffsetMs = 2_000;
    expect((await ask(query, {}, state)).errors).toBeUndefined();
  });
});

test("what the app stores on its installation is read back, typed", async () => {
  const state = smallState();
  const ownerId = "gid://shopify/AppInstallation/484000101";
  const set = `mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) {
    metafields { key } userErrors { field code } } }`;
  const field = { ownerId, namespace: "form", key: "settings", type: "json" };
  const good = await ask(set, { metafields: [{ ...field, value: `{"topics":["Retur"]}` }] }, state);
  const bad = await ask(set, { metafields: [{ ...field, value: `{"topics"` }] }, state);
  expect(good.data).toEqual({ metafieldsSet: { metafields: [{ key: "settings" }], userErrors: [] } });
  expect(bad.data).toMatchObject({ metafieldsSet: { userErrors: [{ code: "INVALID_VALUE" }] } });

  const { data } = await ask(
    `{ currentAppInstallation { metafields(first: 5, namespace: "form") { nodes { key jsonValue } } } }`,
    {},
    state,
  );
  const nodes = [{ key: "settings", jsonValue: { topics: ["Retur"] } }];
  expect(data).toEqual({ currentAppInstallation: { metafields: { nodes } } });
});
