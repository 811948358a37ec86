// A visitor talks: hello, send, since, through the real doors.
import { describe, expect, test } from "vitest";
import { answer, ask, askByProxy, hello, makeVisitor } from "../../../tests/chat-visitor.ts";
import { makeAgent } from "../../../tests/factories.ts";
import { storefront, ticketsOf } from "../../../tests/storefront-call.ts";
import type { Uploaded } from "./protocol.ts";
import { db } from "../../db.server.ts";
import { later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { action as widget } from "../../routes/widget.$verb.ts";
import { closeTicket } from "../../tickets/lifecycle.server.ts";

describe("a visitor who opens the panel", () => {
  test("gets a token and nothing else is made of them until they say something", async () => {
    const { shop, workspace } = await storefront();
    const { status, body } = await hello({ shop });
    expect(status).toBe(200);
    expect(body).toMatchObject({ chat: null, messages: [], cursor: "0", visitor: { proven: false } });
    expect(body.token).toMatch(/^[\w-]{43}$/);
    expect(
      JSON.stringify(await db.visitorToken.findMany({ where: { workspaceId: workspace.id } })),
    ).not.toContain(body.token);
    expect(await ticketsOf(workspace)).toEqual([]);
  });

  test("is who they were when they come back with it", async () => {
    const { shop } = await storefront();
    const visitor = await makeVisitor({ shop });
    await visitor.send("Hej!");
    const { body } = await hello({ shop }, { token: visitor.token });
    expect(body.token).toBe(visitor.token);
    expect(body.messages.map(({ text }) => text)).toEqual(["Hej!"]);
  });

  test.each(["\u0000", "\ud800"])("is greeted whatever a theme says is in the cart: %j", async (odd) => {
    const item = { title: odd, quantity: 1, price: 1, image: `https://cdn.example/${odd}` };
    const cart = { currency: "SEK", total: 1, items: [item] };
    expect((await hello(await storefront(), { cart })).status).toBe(200);
  });
});

describe("what they say", () => {
  test("becomes a ticket of its own, and the next words join it", async () => {
    const { shop, workspace } = await storefront();
    const visitor = await makeVisitor({ shop });
    const first = await visitor.send("Hej! Var är min jacka?");
    expect(first).toMatchObject({
      status: 200,
      body: { message: { from: "visitor", text: "Hej! Var är min jacka?" }, chat: { state: "waiting" } },
    });
    await visitor.send("Den är blå.");
    const [ticket, ...others] = await ticketsOf(workspace);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ channel: "chat", subject: "Hej! Var är min jacka?", identity: "claimed" });
    expect(ticket?.messages.map(({ text }) => text)).toEqual(["Hej! Var är min jacka?", "Den är blå."]);
  });

  test("sent twenty times at once is said once, in its order", async () => {
    const { shop, workspace } = await storefront();
    const visitor = await makeVisitor({ shop });
    await visitor.send("Ett");
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.send("Två", { id })));
    await visitor.send("Tre");
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.message.id}`)).size).toBe(1);
    const [ticket] = await ticketsOf(workspace);
    expect(ticket?.messages.map(({ text }) => text)).toEqual(["Ett", "Två", "Tre"]);
    const { body } = await visitor.since("0");
    expect(body.messages.map(({ text }) => text)).toEqual(["Ett", "Två", "Tre"]);
  });

  test("is answered where they are, and read from where they were", async () => {
    const { shop, workspace } = await storefront();
    const agent = await makeAgent(workspace, { name: "Tove Lind" });
    const visitor = await makeVisitor({ shop });
    await visitor.send("Hej!");
    const { body: before } = await visitor.since("0");
    const [ticket] = await ticketsOf(workspace);
    if (!ticket) throw new Error("no ticket");
    await answer(ticket, agent, "Hej! Jag tittar.");
    const { body: after } = await visitor.since(before.cursor);
    expect(after.messages).toMatchObject([{ from: "agent", name: "Tove", text: "Hej! Jag tittar." }]);
    expect(after.chat).toMatchObject({ state: "running", agent: { name: "Tove" } });
    expect((await visitor.since(after.cursor)).body.messages).toEqual([]);
  });

  test("after the conversation was closed begins a new one", async () => {
    const { shop, workspace } = await storefront();
    const agent = await makeAgent(workspace);
    const visitor = await makeVisitor({ shop });
    await visitor.send("Hej!");
    const { body: before } = await visitor.since("0");
    const [ticket] = await ticketsOf(workspace);
    if (!ticket) throw new Error("no ticket");
    await closeTicket(ticket, { by: { kind: "agent", id: agent.id } });
    expect((await visitor.since(before.cursor)).body.chat).toMatchObject({
      state: "ended",
      endedBy: "agent",
    });
    const { body } = await visitor.send("En sak till");
    const tickets = await ticketsOf(workspace);
    expect(tickets.map(({ status }) => status)).toEqual(["closed", "open"]);
    expect(body.chat.id).toBe(tickets[1]?.id);
  });
});

describe("a token", () => {
  test("opens its own store's conversation only, and everything else is 404, all alike", async () => {
    const [here, there] = [await storefront(), await storefront()];
    const visitor = await makeVisitor({ shop: here.shop });
    await visitor.send("Hemligt");
    const expired = await makeVisitor({ shop: there.shop });
    await db.visitorToken.updateMany({
      where: { workspaceId: there.workspace.id },
      data: { expiresAt: later(now(), -1) },
    });
    const answers = await Promise.all([
      ask("since", { token: "x".repeat(43), cursor: "0" }),
      ask("since", { token: "", cursor: "0" }),
      ask("since", { cursor: "0" }),
      askByProxy({ shop: there.shop }, "since", { token: visitor.token, cursor: "0" }),
      ask("since", { token: expired.token, cursor: "0" }),
      ask("nothing", { token: visitor.token }),
      ask("hello", { token: visitor.token }),
    ]);
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 404, body: { error: "not-found" } });
  });
});

test("files come with a message or alone, once, and only those that visitors may send", async () => {
  const { shop, workspace } = await storefront();
  const visitor = await makeVisitor({ shop });
  const upload = async (name: string, bytes: string) => {
    const body = new FormData();
    body.set("token", visitor.token);
    body.set("file", new File([Buffer.from(bytes, "base64")], name));
    const request = new Request("http://127.0.0.1:3000/widget/upload", { method: "POST", body });
    const answer = await widget({ request, params: { verb: "upload" }, context: {} });
    return { status: answer.status, body: (await answer.json()) as Uploaded };
  };
  expect((await upload("virus.png", Buffer.from("<svg onload=alert(1)>").toString("base64"))).status).toBe(
    422,
  );
  const { body } = await upload("kvitto.png", DOT);
  const { body: sent } = await visitor.send("", { files: [body.file.token] });
  expect(sent.message).toMatchObject({ text: "", files: [{ name: "kvitto.png", contentType: "image/png" }] });
  expect(await visitor.send("", { files: [body.file.token] })).toMatchObject({ status: 422 });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({ subject: "kvitto.png", preview: "kvitto.png", hasFiles: true });
});

const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
