// Customers of another workspace, through the real loaders and actions: as if there were none.
import { beforeAll, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { newId } from "./lib/id.ts";
import { loader as customerPage } from "./routes/app.customers.$customerId/route.tsx";

let us: { a: Tenant; b: Tenant; before: unknown };

beforeAll(async () => {
  const [a, b] = [await tenant(), await tenant()];
  us = { a, b, before: await dumpRows([b.workspace.id]) };
});

const doors: [name: string, Handler, method: string, form?: Record<string, string>][] = [
  ["see their page", customerPage, "GET"],
];

test.each(doors)("%s: as for a customer that never was", async (_, handler, method, form) => {
  const go = (customerId: string) =>
    visit(handler, { token: us.a.token(), method, params: { customerId }, ...(form ? { form } : {}) });
  const theirs = await go(us.b.customer.id);
  expect(theirs.status).toBe(404);
  expect(await go(newId())).toEqual(theirs);
  expect(await go("' OR 1=1--")).toEqual(theirs);
  expect((await go(us.a.customer.id)).status).toBe(200);
});

test("after all of that nothing of theirs has changed", async () => {
  expect(await dumpRows([us.b.workspace.id])).toEqual(us.before);
});
