import { describe, expect, test } from "vitest";
import { makeWorld } from "./world.ts";
import { localClock } from "./local-time.ts";
import type { Order, Shop } from "./types.ts";

const now = new Date("2026-06-10T12:00:00Z");
const world = makeWorld({ now });
const mainShops = world.shops.filter((shop) => shop.name !== "Tallrik");
const allOrders = world.shops.flatMap((shop) => shop.orders);

const unique = (values: unknown[]) => new Set(values).size === values.length;
const ordersPerCustomer = (shop: Shop) =>
  shop.customers.map(({ id }) => shop.orders.filter((order) => order.customerId === id).length);

test("the world is the same on every run", () => {
  expect(makeWorld({ now })).toEqual(world);
});

test("only the dates follow the clock", () => {
  const later = makeWorld({ now: new Date("2027-01-16T03:10:00Z") });
  const withoutDates = (shops: Shop[]) =>
    shops.map((shop) => ({
      ...shop,
      customers: shop.customers.map(({ createdAt: _, ...customer }) => customer),
      orders: shop.orders.map(({ createdAt: _, cancelledAt: __, parcels, returns, ...order }) => ({
        ...order,
        parcels: parcels?.map(({ tracking, lineIds }) => ({ tracking, lineIds })),
        returns: returns?.map(({ createdAt: ___, ...sent }) => sent),
      })),
    }));
  expect(withoutDates(later.shops)).toEqual(withoutDates(world.shops));
});

test("a change in one copy of the world does not reach the next", () => {
  const spoiled = makeWorld({ now });
  for (const shop of spoiled.shops) shop.customers.forEach((customer) => customer.tags.push("spoiled"));
  expect(makeWorld({ now })).toEqual(world);
});

test("no id, name, address or phone number is used twice", () => {
  const customers = world.shops.flatMap((shop) => shop.customers);
  expect(unique(customers.map(({ firstName, lastName }) => `${firstName} ${lastName}`))).toBe(true);
  expect(unique(customers.map(({ firstName }) => firstName))).toBe(true);
  expect(unique(customers.map(({ email }) => email))).toBe(true);
  expect(unique(customers.map(({ address }) => `${address?.address1} ${address?.city}`))).toBe(true);
  const phones = customers.flatMap(({ phone }) => phone ?? []);
  expect(unique(phones)).toBe(true);
  for (const kind of ["staff", "products", "customers", "orders"] as const) {
    expect(unique(world.shops.flatMap((shop) => shop[kind].map(({ id }) => id)))).toBe(true);
  }
  expect(unique(allOrders.flatMap((order) => order.lines.map(({ id }) => id)))).toBe(true);
  expect(
    unique(
      world.shops.flatMap((shop) => shop.products.flatMap((product) => product.variants.map(({ id }) => id))),
    ),
  ).toBe(true);
  expect(
    unique(
      world.shops.flatMap((shop) =>
        shop.products.flatMap((product) => product.variants.map(({ sku }) => sku)),
      ),
    ),
  ).toBe(true);
});

test("nobody can be written to or rung up for real", () => {
  const nobodys = /^[a-z0-9.]+@([a-z0-9-]+\.example|example\.(com|org|net))$/;
  const people = world.shops.flatMap((shop) => [...shop.staff, ...shop.customers]);
  for (const { email } of people) expect(email).toMatch(nobodys);
  for (const { email } of allOrders) expect(email).toMatch(nobodys);
  const phones = world.shops.flatMap((shop) => shop.customers.flatMap(({ phone }) => phone ?? []));
  for (const phone of phones) {
    expect(Number(phone)).toBeGreaterThanOrEqual(46701740605);
    expect(Number(phone)).toBeLessThanOrEqual(46701740699);
  }
});

test("a main shop has a full range, and Tallrik a small one", () => {
  for (const shop of mainShops) expect(shop.products.length).toBeGreaterThanOrEqual(20);
  expect(world.shops.map((shop) => shop.customers.length)).toEqual([22, 16, 6]);
});

describe.each(world.shops)("$name's orders", (shop) => {
  test("belong to customers of the shop and are made of its variants", () => {
    const customers = new Map(shop.customers.map((customer) => [customer.id, customer]));
    const variants = new Map(
      shop.products.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant] as const)),
    );
    for (const order of shop.orders) {
      if (order.customerId) expect(customers.get(order.customerId)?.email).toBe(order.email);
      for (const line of order.lines)
        if (line.gone) expect(variants.has(line.sku)).toBe(false);
        else expect(variants.get(line.sku)).toMatchObject({ price: line.price });
    }
  });

  test("cost what their lines and shipping cost", () => {
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    for (const order of shop.orders) {
      const goods = order.lines.reduce((sum, line) => sum + cents(line.price) * line.quantity, 0);
      expect(cents(order.total)).toBe(goods + cents(order.shipping) - cents(order.discount?.amount ?? "0"));
      expect(order.currency).toBe(shop.currency);
      for (const amount of [order.total, order.shipping]) expect(amount).toMatch(/^\d+\.\d\d$/);
    }
  });

  test("are numbered in the order they were placed, within waking hours, and never twice", () => {
    expect(unique(shop.orders.map(({ name }) => name))).toBe(true);
    for (const [position, order] of shop.orders.entries()) {
      const earlier = shop.orders[position - 1];
      if (earlier) expect(Date.parse(order.createdAt)).toBeGreaterThan(Date.parse(earlier.createdAt));
      const { hour } = localClock(new Date(order.createdAt), shop.timeZone);
      expect(hour).toBeGreaterThanOrEqual(7);
      expect(hour).toBeLessThan(22.5);
    }
  });

  test("have a parcel to follow exactly when something was sent", () => {
    const isSent = ({ fulfillmentStatus }: Order) =>
      ["FULFILLED", "PARTIALLY_FULFILLED"].includes(fulfillmentStatus);
    for (const order of shop.orders) expect(order.tracking !== null).toBe(isSent(order));
  });

  test("are in nobody's future, and no customer joined after buying", () => {
    for (const order of shop.orders) {
      expect(Date.parse(order.createdAt)).toBeLessThan(now.getTime());
      if (order.cancelledAt) expect(Date.parse(order.cancelledAt)).toBeLessThan(now.getTime());
      if (!order.customerId) continue;
      const customer = shop.customers.find(({ id }) => id === order.customerId);
      expect(Date.parse(customer?.createdAt ?? "")).toBeLessThan(Date.parse(order.createdAt));
    }
  });
});

test("order histories run from one order to forty", () => {
  const counts = world.shops.flatMap(ordersPerCustomer);
  expect(Math.max(...counts)).toBe(40);
  expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(4);
  expect(counts.every((count) => count >= 1)).toBe(true);
  expect(new Set(counts).size).toBeGreaterThan(12);
});

test("the main shops' orders stand in every state, and more than sixty are recent", () => {
  const orders = mainShops.flatMap((shop) => shop.orders);
  const financial = ["AUTHORIZED", "PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED"];
  const fulfilment = ["FULFILLED", "IN_PROGRESS", "ON_HOLD", "PARTIALLY_FULFILLED", "UNFULFILLED"];
  for (const shop of mainShops) {
    expect([...new Set(shop.orders.map((order) => order.financialStatus))].sort()).toEqual(financial);
    expect([...new Set(shop.orders.map((order) => order.fulfillmentStatus))].sort()).toEqual(fulfilment);
  }
  const sixtyDaysAgo = now.getTime() - 60 * 24 * 3_600_000;
  expect(orders.filter((order) => Date.parse(order.createdAt) > sixtyDaysAgo).length).toBeGreaterThan(60);
  expect(orders.some((order) => Date.parse(order.createdAt) < now.getTime() - 1000 * 24 * 3_600_000)).toBe(
    true,
  );
});
