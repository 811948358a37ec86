import { Liquid } from "liquidjs";
import { expect, test } from "vitest";
import { makeCustomer } from "../../tests/factories.ts";
import { contactRequest, filledIn, proxyQuery, someone, storefront } from "../../tests/storefront-call.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { action, loader } from "./proxy.contact.ts";

const JSON_PLEASE = { Accept: "application/json" };

const call = (request: Request) => action({ request, params: {}, context: {} });
const look = (request: Request) => loader({ request, params: {}, context: {} });

const send = (
  query: URLSearchParams | string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) => call(contactRequest(query, { method: "POST", body: new URLSearchParams(fields), headers }));

const written = async (workspace: { id: string }) => ({
  received: await db.received.count({ where: { workspaceId: workspace.id } }),
  tickets: await db.ticket.count({ where: { workspaceId: workspace.id } }),
  events: await db.event.count({ where: { workspaceId: workspace.id } }),
});
const NOTHING = { received: 0, tickets: 0, events: 0 };

const IN_A_DAY = "Vi svarar oftast inom 24 timmar.";

test("the theme block's script gets its number as JSON", async () => {
  const { workspace, shop } = await storefront();
  const response = await send(
    proxyQuery({ shop }),
    filledIn({ submission_id: newId(), elapsed_ms: "8000" }),
    JSON_PLEASE,
  );
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toEqual({ ok: true, number: "BC-1001", expect: IN_A_DAY });
  expect(await written(workspace)).toEqual({ received: 1, tickets: 1, events: 1 });
});

test("a multipart form is a form too", async () => {
  const { shop } = await storefront();
  const body = new FormData();
  for (const [name, value] of Object.entries(filledIn())) body.set(name, value);
  const response = await call(
    contactRequest(proxyQuery({ shop }), { method: "POST", body, headers: JSON_PLEASE }),
  );
  expect(await response.json()).toEqual({ ok: true, number: "BC-1001", expect: IN_A_DAY });
});

test("without script there is a page for the theme: thanks, the number, when to expect an answer, the way back", async () => {
  const { workspace, store, shop } = await storefront();
  await db.setting.create({
    data: { workspaceId: workspace.id, scope: store.id, name: "answers", value: { withinHours: 8 } },
  });
  const form = filledIn();
  const response = await send(proxyQuery({ shop }), form);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/liquid");
  const page = await response.text();
  for (const part of [
    "BC-1001",
    form.email,
    "inom 8 timmar",
    'href="/pages/kontakt"',
    "Tack för ditt meddelande",
  ]) {
    expect(page).toContain(part);
  }
});

test("while the shop is closed they say when it is back instead, in the shopper's language", async () => {
  const { workspace, store, shop } = await storefront();
  const key = { workspaceId: workspace.id, scope: store.id, name: "hours" };
  const [nine, none] = [[{ from: "09:00", to: "09:01" }], [] as object[]];
  const week = { mon: none, tue: none, wed: none, thu: none, fri: none, sat: none, sun: none };
  const far = new Date(Date.now() + 20 * 24 * 3600_000).toISOString().slice(0, 10);
  await db.setting.create({
    data: { ...key, value: { timeZone: "UTC", week, days: [{ date: far, name: "", intervals: nine }] } },
  });
  const answer = (await (await send(proxyQuery({ shop }), filledIn(), JSON_PLEASE)).json()) as {
    expect: string;
  };
  expect(answer.expect).toMatch(/^Vi har stängt just nu och är tillbaka .*dag den \d+ \S+ kl\. 09:00\.$/);
  const page = await (await send(proxyQuery({ shop }), filledIn({ locale: "de" }))).text();
  expect(page).toContain("wieder da.");
});

test("the wrong fields are named, in JSON and beside the fields, and what was typed is kept", async () => {
  const { workspace, shop } = await storefront();
  const form = filledIn({ email: "ebba", message: "", topic: "Retur", order_number: "2188" });
  const response = await send(proxyQuery({ shop }), form, JSON_PLEASE);
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    ok: false,
    errors: { email: "invalid-email", message: "required" },
  });

  const page = await send(proxyQuery({ shop }), form);
  expect(page.status).toBe(422);
  const html = await page.text();
  for (const part of [
    'value="Ebba Lind"',
    'value="ebba"',
    'value="Retur"',
    'value="2188"',
    "Skriv ditt meddelande.",
  ]) {
    expect(html).toContain(part);
  }
  expect(await written(workspace)).toEqual(NOTHING);
});

test("{{ 7 | times: 6 }}<script> in any field is shown as typed by the theme, and nothing signed is repeated", async () => {
  const { shop } = await storefront();
  const evil = "{{ 7 | times: 6 }}<script>";
  const all = {
    name: evil,
    order_number: evil,
    topic: evil,
    message: evil,
    return_to: `/${evil}`,
    locale: evil,
  };
  for (const email of [evil, someone()]) {
    const response = await send(proxyQuery({ shop }), { ...all, email });
    const source = await response.text();
    const html = await new Liquid().parseAndRender(source);
    expect(html).toBe(source);
    expect(html).not.toMatch(/<script|signature|timestamp|logged_in_customer_id/);
    if (response.status === 422)
      expect(html).toContain("&#123;&#123; 7 | times: 6 &#125;&#125;&#60;script&#62;");
  }
});

test("where the app is not installed, or not any more, the form says so and keeps what was typed", async () => {
  const { workspace, store, shop } = await storefront();
  await db.store.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: store.id } },
    data: { uninstalledAt: now() },
  });
  for (const where of [shop, `never-${newId()}.myshopify.com`]) {
    const response = await send(proxyQuery({ shop: where }), filledIn(), JSON_PLEASE);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ok: false, errors: { form: "unavailable" } });
    const page = await send(proxyQuery({ shop: where }), filledIn({ message: "Min långa text" }));
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toContain("Min långa text");
    expect(html).toContain("Formuläret kan inte ta emot meddelanden just nu");
  }
  expect(await written(workspace)).toEqual(NOTHING);
});

test("an eleventh form in an hour is told to wait, in both kinds of answer, and another visitor gets through", async () => {
  const { shop } = await storefront();
  const email = someone();
  for (let n = 0; n < 10; n++) {
    expect((await send(proxyQuery({ shop }), filledIn({ email }), JSON_PLEASE)).status).toBe(200);
  }
  const response = await send(proxyQuery({ shop }), filledIn({ email }), JSON_PLEASE);
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(3000);
  expect(await response.json()).toEqual({ ok: false, errors: { form: "rate-limited" } });
  const page = await send(proxyQuery({ shop }), filledIn({ email, message: "Min långa text" }));
  expect(page.status).toBe(429);
  expect(await page.text()).toContain("Min långa text");
  expect((await send(proxyQuery({ shop }), filledIn(), JSON_PLEASE)).status).toBe(200);
});

test("a stranger typing a known address gets the same answer as for an unknown one", async () => {
  const { workspace, shop } = await storefront();
  const known = await makeCustomer(workspace, {
    name: "Hemliga Helga",
    email: someone(),
  });
  const ask = async (email: string) => {
    const answer = await send(proxyQuery({ shop }), filledIn({ email, name: "", message: "Var är jackan?" }));
    return (await answer.text()).replace(/BC-\d+/, "NUMBER").replace(email, "ADDRESS");
  };
  const page = await ask(known.email ?? "");
  expect(page).toBe(await ask(someone()));
  expect(page).not.toMatch(/Helga/);
});

test("a body of a megabyte is too long, and not even read to its end", async () => {
  const { workspace, shop } = await storefront();
  const response = await send(
    proxyQuery({ shop }),
    filledIn({ message: "x".repeat(1_000_000) }),
    JSON_PLEASE,
  );
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ ok: false, errors: { message: "too-long" } });
  const page = await send(proxyQuery({ shop }), filledIn({ message: "x".repeat(1_000_000) }), {
    "Accept-Language": "fi",
  });
  expect(page.status).toBe(413);
  expect(await page.text()).toContain("Teksti on liian pitkä");
  expect(await written(workspace)).toEqual(NOTHING);
});

test("the longest message people can write fits, in any script", async () => {
  const { workspace, shop } = await storefront();
  const message = "漢".repeat(20_000);
  expect((await send(proxyQuery({ shop }), filledIn({ message }), JSON_PLEASE)).status).toBe(200);
  expect((await db.message.findFirst({ where: { workspaceId: workspace.id } }))?.text).toBe(message);
});

test("NUL, broken letters and direction marks are stored as far as a database can", async () => {
  const { workspace, shop } = await storefront();
  const body = "email=odd%40example.com&message=a%00b%ED%A0%80c%E2%80%AEd%FF&name=X%0D%0ABcc%3A+a%40b";
  const headers = { ...JSON_PLEASE, "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" };
  const response = await call(contactRequest(proxyQuery({ shop }), { method: "POST", body, headers }));
  expect(response.status).toBe(200);
  const [message] = await db.message.findMany({ where: { workspaceId: workspace.id } });
  expect(message).toMatchObject({ fromName: "X Bcc: a@b", text: "ab\ufffd\ufffd\ufffdc\u202Ed\ufffd" });
});

test.each([
  ["text/plain", "email=a@b.se", 415],
  ["application/json", '{"email":"a@b.se"}', 415],
  ["", "email=a@b.se", 415],
  ["multipart/form-data", "no boundary", 400],
  ["multipart/form-data; boundary=x", "--x\r\ncut off", 400],
])("a body of type %j that is no form: %s", async (type, body, status) => {
  const { workspace, shop } = await storefront();
  const request = contactRequest(proxyQuery({ shop }), {
    method: "POST",
    body: new Blob([body]),
    headers: { ...JSON_PLEASE, ...(type ? { "Content-Type": type } : {}) },
  });
  expect((await call(request)).status).toBe(status);
  expect(await written(workspace)).toEqual(NOTHING);
});

test("opening the form's own address gives an empty form in the shop's language", async () => {
  const { shop } = await storefront();
  const response = await look(contactRequest(proxyQuery({ shop })));
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/liquid");
  expect(await response.text()).toContain("Skicka meddelandet");
});

test("other methods are refused", async () => {
  const { shop } = await storefront();
  const response = await call(contactRequest(proxyQuery({ shop }), { method: "DELETE" }));
  expect(response.status).toBe(405);
  expect(response.headers.get("Allow")).toBe("GET, POST");
});
