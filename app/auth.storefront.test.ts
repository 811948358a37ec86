// The doors a storefront has: nothing but Shopify's signature opens them.
import { expect, test } from "vitest";
import { askByProxy, makeChat } from "../tests/chat-visitor.ts";
import { proxyQuery, storefront } from "../tests/storefront-call.ts";
import { db } from "./db.server.ts";
import { now } from "./lib/clock.ts";
import { newId } from "./lib/id.ts";
import { action as challenge } from "./routes/proxy.challenge.ts";
import { action as chat } from "./routes/proxy.chat.$verb.ts";
import { action as uploads } from "./routes/proxy.uploads.ts";

type Door = (args: { request: Request; params: object; context: object }) => Promise<Response>;

const file = () => {
  const body = new FormData();
  body.set("file", new File([Buffer.from("%PDF-1.7\nhej")], "kvitto.pdf"));
  return body;
};

const doors: [string, Door, () => FormData | URLSearchParams][] = [
  ["uploads", uploads as Door, file],
  ["dropping an upload", uploads as Door, () => new URLSearchParams({ drop: "a".repeat(26) })],
  ["challenge", challenge as Door, () => new URLSearchParams({ submission_id: newId() })],
];

test.each(doors)("%s: opened by Shopify's signature and by nothing else", async (_, door, body) => {
  const { workspace, store, shop } = await storefront();
  const other = await storefront();
  const knock = async (query: URLSearchParams | string, method = "POST") => {
    const init = method === "POST" ? { method, body: body() } : { method };
    const request = new Request(`http://127.0.0.1:3000/proxy/x?${query}`, init);
    return (await door({ request, params: {}, context: {} })).status;
  };
  const signed = () => proxyQuery({ shop });
  const changed = (name: string, value: string) => {
    const query = signed();
    query.set(name, value);
    return query;
  };
  const old = proxyQuery({ shop, timestamp: Math.floor(now().getTime() / 1000) - 120 });
  const shut = [
    "",
    changed("signature", "0".repeat(64)),
    changed("shop", other.shop),
    changed("timestamp", ""),
    old,
    `${signed()}&shop=${other.shop}`,
    `shop=${other.shop}&${signed()}`,
  ];
  for (const query of shut) expect(await knock(query)).toBeGreaterThanOrEqual(400);
  expect(await knock(signed(), "GET")).toBe(400);
  expect(await db.file.count({ where: { workspaceId: { in: [workspace.id, other.workspace.id] } } })).toBe(0);
  expect(await knock(signed())).toBe(200);
  await db.store.updateMany({
    where: { workspaceId: workspace.id, id: store.id },
    data: { uninstalledAt: now() },
  });
  expect(await knock(signed())).toBeGreaterThanOrEqual(400);
});

test("an upload says what went wrong with it, and is limited by network", async () => {
  const { shop, workspace } = await storefront();
  const send = async (bytes: string, address: string) => {
    const body = new FormData();
    body.set("file", new File([bytes], "kvitto.pdf"));
    const request = new Request(`http://127.0.0.1:3000/proxy/uploads?${proxyQuery({ shop })}`, {
      method: "POST",
      body,
      headers: { "X-Forwarded-For": address },
    });
    return (uploads as Door)({ request, params: {}, context: {} });
  };
  expect((await send("<svg/>", "203.0.113.9")).status).toBe(422);
  for (let sent = 1; sent < 40; sent += 1) await send("<svg/>", "203.0.113.9");
  const refused = await send("%PDF-1.7", "203.0.113.9");
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  const taken = await send("%PDF-1.7\nhej", "203.0.113.10");
  const { file: kept } = (await taken.json()) as { file: { token: string; contentType: string } };
  expect(kept).toMatchObject({
    contentType: "application/pdf",
    token: expect.stringMatching(/^[a-z0-9]{26}$/),
  });
  expect(await db.file.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("the chat greets through Shopify's signature alone, and answers tokens of that very store", async () => {
  const place = await storefront();
  const other = await makeChat();
  const greet = async (query: URLSearchParams | string) => {
    const body = JSON.stringify({ v: 1, locale: "sv", timeZone: "Europe/Stockholm" });
    const request = new Request(`http://127.0.0.1:3000/proxy/chat/hello?${query}`, { method: "POST", body });
    return (await (chat as Door)({ request, params: { verb: "hello" }, context: {} })).status;
  };
  const signed = () => proxyQuery({ shop: place.shop });
  const recut = signed().toString().replace("logged_in_customer_id=", "logged_in_customer_id=1&m=");
  const old = proxyQuery({ shop: place.shop, timestamp: Math.floor(now().getTime() / 1000) - 120 });
  for (const query of ["", old, recut, `shop=${other.shop}&${signed()}`, `${signed()}&shop=${other.shop}`])
    expect([400, 401]).toContain(await greet(query));
  expect(await db.visitor.count({ where: { workspaceId: place.workspace.id } })).toBe(0);
  for (const verb of ["since", "send", "end", "rate", "transcript", "page", "typing", "read", "leave"]) {
    const answer = await askByProxy(place, verb, { token: other.visitor.token, cursor: "0" });
    expect(answer).toEqual({ status: 404, body: { error: "not-found" } });
  }
  expect(await greet(signed())).toBe(200);
  await db.store.updateMany({
    where: { workspaceId: place.workspace.id, id: place.store.id },
    data: { uninstalledAt: now() },
  });
  expect(await greet(signed())).toBe(404);
});

test("whoever sends the chat too many files is refused before one is read", async () => {
  const { shop } = await storefront();
  const send = async (address: string) => {
    const request = new Request(`http://127.0.0.1:3000/proxy/chat/upload?${proxyQuery({ shop })}`, {
      method: "POST",
      body: file(),
      headers: { "X-Forwarded-For": address },
    });
    const answer = await (chat as Door)({ request, params: { verb: "upload" }, context: {} });
    return { status: answer.status, isRead: request.bodyUsed };
  };
  for (let sent = 0; sent < 80; sent += 1) await send("203.0.113.81");
  expect(await send("203.0.113.81")).toEqual({ status: 429, isRead: false });
  expect(await send("203.0.113.82")).toEqual({ status: 404, isRead: true });
});
