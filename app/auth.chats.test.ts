// What agents do with chats, through the real loaders and actions, with a visitor at the chat's own door.
import { expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { makeVisitor } from "../tests/chat-visitor.ts";
import { dumpRows } from "../tests/dump.ts";
import { makeAgent } from "../tests/factories.ts";
import { db } from "./db.server.ts";
import { newId } from "./lib/id.ts";
import { action as acceptance } from "./routes/app.tickets.$ticketId.chat.acceptance.ts";
import { action as block } from "./routes/app.tickets.$ticketId.chat.block.ts";
import { action as end } from "./routes/app.tickets.$ticketId.chat.end.ts";
import { action as reply } from "./routes/app.tickets.$ticketId.messages.ts";
import { loader as products } from "./routes/app.tickets.$ticketId.products.ts";
import { loader as ticketPage } from "./routes/app.tickets.$ticketId/route.tsx";
import { loader as blocked } from "./routes/app.blocked/route.tsx";
import { loader as rows } from "./routes/app.rows.ts";
import { acceptChat } from "./tickets/chat/accept.server.ts";
import type { TicketView } from "./tickets/ticket-view.ts";
import type { TicketRow } from "./tickets/row.server.ts";

/** An agent, and somebody who has just written in the chat of their store. */
async function chatted() {
  const it = await tenant();
  const visitor = await makeVisitor({ shop: it.store.shopDomain });
  await visitor.send("Hej! Finns den i blått?");
  const ticket = await db.ticket.findFirstOrThrow({
    where: { workspaceId: it.workspace.id, channel: "chat" },
  });
  return { ...it, visitor, ticket };
}

const go = (
  { token }: Pick<Tenant, "token">,
  handler: Handler,
  ticketId: string,
  more: { method?: string; form?: Record<string, string>; path?: string } = {},
) => visit(handler, { token: token(), method: "POST", params: { ticketId }, ...more });

const chatOf = async (it: Tenant, ticketId: string) => {
  const { body } = await go(it, ticketPage, ticketId, { method: "GET" });
  return (JSON.parse(body) as TicketView).chat;
};

const said = (more: Record<string, string> = {}) => ({
  ...{ html: "<p>Ja!</p>", to: "[]", cc: "[]", bcc: "[]", files: "[]", requestKey: newId() },
  ...more,
});

test("a chat that waits is seen as such in the list and on its page, with what is known of the visitor", async () => {
  const it = await chatted();
  expect(await chatOf(it, it.ticket.id)).toMatchObject({
    state: "waiting",
    offline: false,
    answers: "chat",
    visitor: { proven: false, timeZone: "Europe/Stockholm", page: { title: "Tee" }, goneAt: null },
  });
  const { body } = await go(it, rows, "", { method: "GET", path: "/app/rows?view=all" });
  const listed = (JSON.parse(body) as { rows: TicketRow[] }).rows;
  expect(listed.find(({ id }) => id === it.ticket.id)?.chat).toMatchObject({ state: "waiting", gone: false });
  expect(listed.find(({ id }) => id !== it.ticket.id)?.chat).toBeNull();
});

test("one of those who take a chat gets it, and the others are told who", async () => {
  const it = await chatted();
  const colleague = await makeAgent(it.workspace);
  const ref = { workspaceId: it.workspace.id, id: it.ticket.id };
  await acceptChat(ref, colleague);
  const { body } = await go(it, acceptance, it.ticket.id);
  expect(JSON.parse(body)).toEqual({ agentId: colleague.id });
  expect(await chatOf(it, it.ticket.id)).toMatchObject({
    state: "running",
    acceptedBy: { id: colleague.id, name: colleague.name },
  });
});

test("an answer is said in the chat at once, with what is shown; an order only to who is proven", async () => {
  const it = await chatted();
  const product = {
    ...{ kind: "product", title: "Regnjacka", variant: "Blå / M", price: "1298.00", currency: "SEK" },
    url: "https://shop.example/products/regnjacka",
  };
  const order = { kind: "order", name: "#2188", status: "Skickad", total: "99.00", currency: "SEK" };
  const shown = (cards: object[]) => said({ cards: JSON.stringify(cards) });
  expect((await go(it, reply, it.ticket.id, { form: shown([order]) })).status).toBe(422);
  expect(
    (await go(it, reply, it.ticket.id, { form: shown([{ ...product, url: "javascript:1" }]) })).status,
  ).toBe(422);
  const sent = await go(it, reply, it.ticket.id, { form: shown([{ ...product, title: "Regn\0jacka" }]) });
  expect(JSON.parse(sent.body)).toMatchObject({ holdUntil: null });
  const { body } = await it.visitor.since();
  expect(body.messages.at(-1)).toMatchObject({ from: "agent", text: "Ja!", cards: [product] });
  const page = JSON.parse((await go(it, ticketPage, it.ticket.id, { method: "GET" })).body) as TicketView;
  expect(page.messages.at(-1)).toMatchObject({ channel: "chat", cards: [product], automatic: false });
});

test("once it has ended an answer needs an address, and the page says so", async () => {
  const it = await chatted();
  await go(it, acceptance, it.ticket.id);
  expect((await go(it, end, it.ticket.id)).status).toBe(200);
  expect(await chatOf(it, it.ticket.id)).toMatchObject({
    state: "ended",
    endedBy: "agent",
    answers: "email",
  });
  expect((await go(it, reply, it.ticket.id, { form: said() })).status).toBe(422);
});

test("a blocked visitor stands among the blocked, and can be heard again", async () => {
  const it = await chatted();
  const visitors = async () =>
    (JSON.parse((await go(it, blocked, "", { method: "GET" })).body) as { visitors: object[] }).visitors;
  await go(it, block, it.ticket.id);
  expect(await visitors()).toMatchObject([{ ticketId: it.ticket.id, byName: it.agent.name }]);
  expect((await chatOf(it, it.ticket.id))?.visitor.blockedAt).not.toBeNull();
  await go(it, block, it.ticket.id, { method: "DELETE" });
  expect(await visitors()).toEqual([]);
});

test("products of the store can be found by their names, by agents of its workspace", async () => {
  const it = await chatted();
  const found = await go(it, products, it.ticket.id, { method: "GET", path: "/app?q=" });
  expect(JSON.parse(found.body)).toEqual({ found: [] });
});

const doors: [string, Handler, string][] = [
  ["take it", acceptance, "POST"],
  ["end it", end, "POST"],
  ["block its visitor", block, "POST"],
  ["hear from them again", block, "DELETE"],
  ["look for products", products, "GET"],
];

test("another workspace's chat is as one that never was", async () => {
  const [mine, theirs] = await Promise.all([tenant(), chatted()]);
  const before = await dumpRows([theirs.workspace.id]);
  for (const [name, handler, method] of doors) {
    const answer = await go(mine, handler, theirs.ticket.id, { method });
    expect(answer.status, name).toBe(404);
    expect(await go(mine, handler, newId(), { method }), name).toEqual(answer);
  }
  expect(await dumpRows([theirs.workspace.id])).toEqual(before);
});
