// What can be done to orders, with a ticket or an intent of another workspace: as if there were none.
import { beforeAll, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { db } from "./db.server.ts";
import { now } from "./lib/clock.ts";
import { newId } from "./lib/id.ts";
import { action as identity } from "./routes/app.tickets.$ticketId.identity.ts";
import { action as decide, loader as seen } from "./routes/app.tickets.$ticketId.order-actions.$intentId.ts";
import { loader as open } from "./routes/app.tickets.$ticketId.order-actions.ts";
import { loader as guests } from "./routes/app.tickets.$ticketId.orders.ts";
import { action as act } from "./routes/app.tickets.$ticketId.orders.$orderId.actions.ts";
import { action as preview } from "./routes/app.tickets.$ticketId.orders.$orderId.preview.ts";
import { loader as details } from "./routes/app.tickets.$ticketId.orders.$orderId.details.ts";
import { loader as lines } from "./routes/app.tickets.$ticketId.orders.$orderId.lines.ts";
import { loader as order } from "./routes/app.tickets.$ticketId.orders.$orderId.ts";
import { loader as variants } from "./routes/app.tickets.$ticketId.variants-to-add.ts";

let us: { a: Tenant; b: Tenant; mine: string; theirs: string; before: unknown };

const waiting = async ({ workspace, store, agent, ticket }: Tenant) => {
  const id = newId();
  const at = now();
  await db.orderIntent.create({
    data: {
      ...{
        workspaceId: workspace.id,
        id,
        ticketId: ticket.id,
        storeId: store.id,
        orderId: "5001",
        orderName: "#1",
      },
      ...{
        kind: "cancel",
        wish: {},
        seen: at,
        state: "waiting",
        askedById: agent.id,
        createdAt: at,
        updatedAt: at,
      },
    },
  });
  return id;
};

beforeAll(async () => {
  const [a, b] = [await tenant(), await tenant()];
  const [mine, theirs] = [await waiting(a), await waiting(b)];
  us = { a, b, mine, theirs, before: await dumpRows([b.workspace.id]) };
});

const wish = { reason: "OTHER", restock: false, refund: false, notify: false, note: "" };
const asked = () => ({
  ...{ intent: newId(), version: now().toISOString(), kind: "cancel", wish: JSON.stringify(wish) },
});

const doors: [string, Handler, string, Record<string, string>?][] = [
  ["confirm who it is", identity, "POST", {}],
  ["what waits", open, "GET"],
  ["what became of one", seen, "GET"],
  ["approve one", decide, "POST", {}],
  ["decline one", decide, "DELETE"],
  ["an order", order, "GET"],
  ["a guest's orders", guests, "GET"],
  ["an order, opened", details, "GET"],
  ["more of its lines", lines, "GET"],
  ["what would happen", preview, "POST", asked()],
  ["do something", act, "POST", asked()],
  ["what could be added", variants, "GET"],
];

test.each(doors)("%s: their ticket is as one that never was", async (_, handler, method, form) => {
  const go = (ticketId: string) => {
    const params = { ticketId, orderId: "5001", intentId: us.theirs };
    return visit(handler, { token: us.a.token(), method, params, ...(form ? { form } : {}) });
  };
  const theirs = await go(us.b.ticket.id);
  expect(theirs.status).toBe(404);
  expect(await go(newId())).toEqual(theirs);
  expect(await go("' OR 1=1--")).toEqual(theirs);
});

test.each(doors.filter(([name]) => name.endsWith("one")))(
  "%s: their intent is none at a ticket of ours",
  async (_, handler, method, form) => {
    const go = (intentId: string) => {
      const params = { ticketId: us.a.ticket.id, intentId };
      return visit(handler, { token: us.a.token(), method, params, ...(form ? { form } : {}) });
    };
    expect((await go(us.theirs)).status).toBe(404);
    expect((await go("' OR 1=1--")).status).toBe(404);
    expect((await go(us.mine)).status).toBe(method === "POST" ? 403 : 200);
  },
);

test("what is posted wrongly is refused, and nothing of theirs has changed", async () => {
  const params = { ticketId: us.a.ticket.id, orderId: "5001" };
  for (const form of [
    {},
    { ...asked(), wish: "{" },
    { ...asked(), kind: "melt" },
    { ...asked(), intent: "1" },
  ]) {
    const { status } = await visit(act, { token: us.a.token(), method: "POST", params, form });
    expect(status).toBe(422);
  }
  expect(await dumpRows([us.b.workspace.id])).toEqual(us.before);
});
