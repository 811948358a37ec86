// What can be done with customers, with one of another workspace: as if there were none.
import { beforeAll, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { makeCustomer } from "../tests/factories.ts";
import { db } from "./db.server.ts";
import { mergeCustomers } from "./customers/merging/merge.server.ts";
import { newId } from "./lib/id.ts";
import { action as undo } from "./routes/app.customer-merges.$mergeId.ts";
import { action as restore } from "./routes/app.customers.$customerId.addresses.restoration.ts";
import { action as change, loader as addresses } from "./routes/app.customers.$customerId.addresses.ts";
import { action as merge, loader as same } from "./routes/app.customers.$customerId.merge.ts";
import { action as identity } from "./routes/app.tickets.$ticketId.identity.ts";

let us: { a: Tenant; b: Tenant; ours: string; theirs: string; mergeId: string; before: unknown };

const anyCustomer = async ({ workspace }: Tenant) => (await makeCustomer(workspace)).id;

beforeAll(async () => {
  const [a, b] = [await tenant(), await tenant()];
  const [ours, theirs, swallowed] = [await anyCustomer(a), await anyCustomer(b), await anyCustomer(b)];
  const by = { kind: "agent", id: b.agent.id } as const;
  const wish = { from: swallowed, into: theirs, keepOthersName: false };
  const { mergeId } = await mergeCustomers(b.workspace, wish, { by });
  us = { a, b, ours, theirs, mergeId, before: await dumpRows([b.workspace.id]) };
});

const address = { address: "ny@example.com" };

const doors: [string, Handler, string, Record<string, string>?][] = [
  ["their addresses", addresses, "GET"],
  ["add an address", change, "POST", address],
  ["take one off", change, "DELETE", address],
  ["give one back", restore, "POST", address],
  ["who may be the same", same, "GET"],
  ["merge into ours", merge, "POST", { into: "ours" }],
];

test.each(doors)("%s: their customer is as one that never was", async (_, handler, method, form) => {
  const go = (customerId: string) =>
    visit(handler, {
      ...{ token: us.a.token(), method, params: { customerId } },
      ...(form ? { form: form.into ? { into: us.ours } : form } : {}),
    });
  const theirs = await go(us.theirs);
  expect(theirs.status).toBe(404);
  expect(await go(newId())).toEqual(theirs);
  expect(await go("' OR 1=1--")).toEqual(theirs);
});

test("ours can't be merged into theirs, nor beside them; their merge can't be undone", async () => {
  const go = (
    handler: Handler,
    method: string,
    params: Record<string, string>,
    form?: Record<string, string>,
  ) => visit(handler, { token: us.a.token(), method, params, ...(form ? { form } : {}) });
  expect((await go(merge, "POST", { customerId: us.ours }, { into: us.theirs })).status).toBe(404);
  expect((await go(merge, "POST", { customerId: us.ours }, {})).status).toBe(404);
  expect((await go(undo, "DELETE", { mergeId: us.mergeId })).status).toBe(404);
  expect((await go(undo, "POST", { mergeId: us.mergeId })).status).toBe(400);
  expect((await go(identity, "DELETE", { ticketId: us.b.ticket.id })).status).toBe(404);
  expect((await go(change, "POST", { customerId: us.ours }, { address: "x" })).status).toBe(422);
  expect(await dumpRows([us.b.workspace.id])).toEqual(us.before);
  expect(await db.customer.count({ where: { workspaceId: us.a.workspace.id, id: us.ours } })).toBe(1);
});
