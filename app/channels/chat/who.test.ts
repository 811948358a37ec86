// Who a visitor is taken for: what is typed is a claim, what the proxy signs is proof. complaints 25, cases 23, 24, 27, 28.
import { describe, expect, test } from "vitest";
import { answer, ask, hello, makeChat, makeVisitor } from "../../../tests/chat-visitor.ts";
import { makeCustomer, makeMessage, makeShopifyCustomer, makeTicket } from "../../../tests/factories.ts";
import { deliver } from "../../../tests/shopify-webhook.ts";
import { storefront, ticketsOf } from "../../../tests/storefront-call.ts";
import { dumpRows } from "../../../tests/dump.ts";
import { db } from "../../db.server.ts";
import { handlers } from "../../jobs/handlers.server.ts";
import { blockVisitor, unblockVisitor } from "../../tickets/chat/block.server.ts";

const CLOSED = { week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };

const closed = async () => {
  const place = await storefront();
  await db.setting.create({
    data: { workspaceId: place.workspace.id, scope: place.store.id, name: "hours", value: CLOSED },
  });
  return place;
};

/** A customer with a conversation of their own. */
async function known(place: Awaited<ReturnType<typeof storefront>>) {
  const customer = await makeCustomer(place.workspace, { name: "Vera Lund" });
  const ticket = await makeTicket(place.store, { customerId: customer.id, subject: "Hemlig historia" });
  await makeMessage(ticket, { text: "Hemlig historia" });
  return { customer, email: customer.email ?? "" };
}

describe("an address somebody typed", () => {
  test("shows no history, and merges into nobody, whoever's it is", async () => {
    const place = await storefront();
    const { customer, email } = await known(place);
    const visitor = await makeVisitor(place);
    const { body } = await visitor.send("Det är jag", { email, name: "Vera Lund" });
    expect(body.chat.email).toBe(email);
    const welcomed = await hello(place, { token: visitor.token });
    expect(JSON.stringify([body, welcomed.body])).not.toContain("Hemlig");
    const ticket = (await ticketsOf(place.workspace)).find(({ channel }) => channel === "chat");
    expect(ticket).toMatchObject({ identity: "claimed", identityReason: "address" });
    expect(ticket?.customerId).not.toBe(customer.id);
    expect(ticket?.messages[0]).toMatchObject({ senderProof: "claimed", fromAddress: email });
    // The same visitor again is the same claim, not one more.
    await visitor.ask("end");
    await visitor.send("Igen");
    const chats = (await ticketsOf(place.workspace)).filter(({ channel }) => channel === "chat");
    expect(new Set(chats.map(({ customerId }) => customerId)).size).toBe(1);
  });
});

describe("somebody signed in at the shop", () => {
  test("is proven from the first word", async () => {
    const place = await storefront();
    const { customer } = await known(place);
    const { shopifyId } = await makeShopifyCustomer(place.store, customer);
    const at = { ...place, customerId: shopifyId };
    const visitor = await makeVisitor(at);
    expect(visitor.welcome.visitor).toEqual({ name: "Vera Lund", email: customer.email, proven: true });
    await visitor.send("Hej!");
    const ticket = (await ticketsOf(place.workspace)).find(({ channel }) => channel === "chat");
    expect(ticket).toMatchObject({
      customerId: customer.id,
      identity: "verified",
      identityReason: "signed-in",
    });
    expect(ticket?.messages[0]?.fromName).toBe("Vera Lund");
  });

  test("while they chat keeps the conversation, and what they said is theirs", async () => {
    const chat = await makeChat();
    const { customer } = await known(chat);
    const { shopifyId } = await makeShopifyCustomer(chat.store, customer);
    const { body } = await hello({ ...chat, customerId: shopifyId }, { token: chat.visitor.token });
    expect(body).toMatchObject({
      token: chat.visitor.token,
      visitor: { proven: true },
      chat: { id: chat.ticket.id },
    });
    const ticket = (await ticketsOf(chat.workspace)).find(({ id }) => id === chat.ticket.id);
    expect(ticket).toMatchObject({ customerId: customer.id, identity: "verified" });
  });

  test("on the device of another gets none of that one's conversation, nor does nobody", async () => {
    const place = await storefront();
    const first = await makeVisitor({ ...place, customerId: "1001" });
    await first.send("Mitt");
    for (const customerId of ["1002", undefined]) {
      const { body } = await hello({ ...place, customerId }, { token: first.token });
      expect(body.token).not.toBe(first.token);
      expect(body).toMatchObject({ chat: null, messages: [] });
    }
    const again = await hello({ ...place, customerId: "1001" }, { token: first.token });
    expect(again.body.messages.map(({ text }) => text)).toEqual(["Mitt"]);
  });
});

describe("while nobody is there", () => {
  test("an address is asked for, and what is left is a ticket at once, acknowledged and answered by mail", async () => {
    const place = await closed();
    const visitor = await makeVisitor(place);
    expect(visitor.welcome.availability.state).toBe("closed");
    expect(await visitor.send("Hallå?")).toMatchObject({
      status: 422,
      body: { error: "invalid", fields: ["email"] },
    });
    expect(await ticketsOf(place.workspace)).toEqual([]);
    const email = `ebba.${place.shop.slice(5, 12)}@example.com`;
    const { body } = await visitor.send("Hallå?", { email, name: "Ebba" });
    expect(body.chat).toMatchObject({ offline: true, state: "waiting" });
    const [ticket] = await ticketsOf(place.workspace);
    const opened = await db.event.findFirstOrThrow({
      where: { workspaceId: place.workspace.id, ticketId: ticket?.id ?? "", type: "ticket-opened" },
    });
    await handlers["ticket-event"](
      { workspaceId: place.workspace.id, eventId: opened.id },
      { lastTry: false },
    );
    const mails = () =>
      db.outgoingMail.findMany({ where: { workspaceId: place.workspace.id, toAddress: email } });
    expect((await mails()).map(({ kind }) => kind)).toEqual(["acknowledgement"]);
    const agent = await db.agent.create({
      data: {
        workspaceId: place.workspace.id,
        id: crypto.randomUUID(),
        name: "Tove",
        email: "t@x.example",
        role: "support",
      },
    });
    const { messageId } = await answer(
      { workspaceId: place.workspace.id, id: body.chat.id },
      agent,
      "God morgon!",
      {
        recipients: { to: [{ name: "Ebba", address: email }], cc: [], bcc: [] },
      },
    );
    await handlers["deliver-message"]({ workspaceId: place.workspace.id, messageId }, { lastTry: false });
    const reply = (await mails()).find(({ kind }) => kind === "reply");
    expect(reply?.text).toMatch(/God morgon![^]*> Hallå\?/);
  });
});

describe("what comes from outside is hostile", () => {
  test("words are kept as they are, as far as they can be; names and pages are one line", async () => {
    const place = await storefront();
    const visitor = await makeVisitor(place);
    const text = "\u202Eevil {{ 7 | times: 6 }}<script> a\0b \ud800!";
    const { body } = await visitor.send(text, { name: "X\r\nBcc: a@b", email: "x@example.com" });
    expect(body.message.text).toBe("\u202Eevil {{ 7 | times: 6 }}<script> ab \ufffd!");
    const [ticket] = await ticketsOf(place.workspace);
    expect(ticket?.messages[0]?.fromName).toBe("X Bcc: a@b");
    expect(await visitor.send("å".repeat(5_001))).toMatchObject({
      status: 413,
      body: { error: "too-large" },
    });
    expect((await visitor.send("å".repeat(5_000))).status).toBe(200);
    await visitor.ask("page", {
      page: { url: "https://evil.example/\\x?token=1", title: "a\nb" },
      cart: { items: 5 },
    });
    await visitor.ask("page", { page: { url: "https://shop.example/cart?secret=1", title: "a\nb" } });
    const row = await db.visitor.findFirstOrThrow({ where: { workspaceId: place.workspace.id } });
    expect(row).toMatchObject({ page: { url: "/cart", title: "a b" }, cart: null });
  });

  test.each(["", "{", "[]", "null", '"x"', '{"token":5}', "x".repeat(100_000)])(
    "%.20j is answered, and never 500",
    async (body) => {
      for (const verb of ["send", "since", "hello", "page", "__proto__"])
        expect([404, 413, 422, 429]).toContain((await ask(verb, body)).status);
    },
  );

  test("tokens that are guessed are slowed down", async () => {
    const guess = () =>
      ask("since", { token: "y".repeat(43), cursor: "0" }, { "X-Forwarded-For": "198.51.100.77" });
    const answers = [];
    for (let times = 0; times < 32; times++) answers.push((await guess()).status);
    expect(answers.filter((status) => status === 404)).toHaveLength(30);
    expect(answers.at(-1)).toBe(429);
  });
});

test("a blocked visitor is not told, and goes to the spam queue; whoever blocked them can take that back", async () => {
  const chat = await makeChat();
  const by = { kind: "agent", id: chat.agent.id } as const;
  await blockVisitor(chat.ticket, { by });
  expect((await chat.visitor.send("Hör du?")).status).toBe(200);
  await chat.visitor.ask("end");
  expect((await chat.visitor.send("Nytt försök")).status).toBe(200);
  expect((await ticketsOf(chat.workspace)).map(({ spam }) => spam)).toEqual([true, true]);
  await unblockVisitor(chat.ticket, { by });
  await chat.visitor.ask("end");
  await chat.visitor.send("Tack");
  expect((await ticketsOf(chat.workspace)).map(({ spam }) => spam)).toEqual([false, true, false]);
});

test("a redacted visitor leaves no trace, and their token opens nothing", async () => {
  const place = await storefront();
  const visitor = await makeVisitor({ ...place, customerId: "777001" });
  const email = `raderad.${place.shop.slice(5, 12)}@example.com`;
  await visitor.send(`Ord av ${email}`, { email, name: `Namn ${email}` });
  await visitor.ask("page", { page: { url: "/x", title: email } });
  const customer = { id: 777001, email };
  await deliver({
    topic: "customers/redact",
    shop: place.shop,
    body: { shop_id: 1, shop_domain: place.shop, customer, orders_to_redact: [] },
  });
  expect(await dumpRows([email])).toEqual([]);
  expect(await visitor.since()).toEqual({ status: 404, body: { error: "not-found" } });
});
