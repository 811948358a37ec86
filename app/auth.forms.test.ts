// Contact forms through the real loaders and actions: who may change them, whose they are, what can't be kept.
import { expect, test } from "vitest";
import { tenant, visit, type Handler } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { templateOf } from "./channels/form/templates.ts";
import { db } from "./db.server.ts";
import { newId } from "./lib/id.ts";
import { publicationOf } from "./settings/publish-storefront.server.ts";
import { action as add } from "./routes/app.forms.ts";
import { action as change } from "./routes/app.forms.$formId.ts";
import { action as restore } from "./routes/app.forms.$formId.restoration.ts";
import { action as intake } from "./routes/app.settings.stores.$storeId.contact-form.ts";
import { loader as list } from "./routes/app.settings.forms.$storeId._index/route.tsx";
import { loader as view } from "./routes/app.settings.forms.$storeId.$formId/route.tsx";

const WRITTEN = {
  name: "Kontakt",
  handle: "contact",
  definition: JSON.stringify({ ...templateOf("contact"), mail: { sv: "Tack!" } }),
};

async function shop() {
  const it = await tenant();
  const { store, token } = it;
  const go = (
    handler: Handler,
    params: Record<string, string>,
    form: Record<string, string>,
    method = "POST",
  ) => visit(handler, { token: token(), method, params, ...(method === "GET" ? {} : { form }) });
  return {
    ...it,
    go,
    add: (given: Partial<typeof WRITTEN> = {}) => go(add, {}, { storeId: store.id, ...WRITTEN, ...given }),
    forms: async () => {
      const { body } = await go(list, { storeId: store.id }, {}, "GET");
      return (JSON.parse(body) as { forms: { id: string; handle: string }[] }).forms;
    },
  };
}

const made = async (it: Awaited<ReturnType<typeof shop>>) =>
  (JSON.parse((await it.add()).body) as { id: string }).id;

test("a form that is made, changed, deleted and brought back is as it was saved, and goes to the storefront", async () => {
  const it = await shop();
  const place = { workspaceId: it.workspace.id, storeId: it.store.id };
  const formId = await made(it);
  expect(await it.forms()).toMatchObject([{ id: formId, handle: "contact" }]);
  await db.store.updateMany({ where: { id: it.store.id }, data: { publishedAt: new Date() } });
  const changed = { ...WRITTEN, name: "Hör av dig" };
  expect((await it.go(change, { formId }, changed)).status).toBe(200);
  expect((await publicationOf(place)).current).toBe(false);
  expect((await it.go(view, { storeId: it.store.id, formId }, {}, "GET")).body).toContain("Hör av dig");
  const row = await db.contactForm.findFirstOrThrow({ where: { workspaceId: it.workspace.id } });
  expect(row).toMatchObject({ revision: 2, name: "Hör av dig" });
  expect((await it.go(change, { formId }, {}, "DELETE")).status).toBe(200);
  expect(await it.forms()).toEqual([]);
  expect((await it.go(restore, { formId }, {})).status).toBe(200);
  expect(await it.forms()).toHaveLength(1);
});

test("what no database can hold is left out of what is kept", async () => {
  const it = await shop();
  const definition = JSON.stringify({ ...templateOf("contact"), intro: { sv: "Hej\0 \ud800 {{ 7 }}" } });
  expect((await it.add({ definition, name: "Kon\0takt" })).status).toBe(200);
  const row = await db.contactForm.findFirstOrThrow({ where: { workspaceId: it.workspace.id } });
  expect(row).toMatchObject({ name: "Kontakt", definition: { intro: { sv: "Hej \ufffd {{ 7 }}" } } });
});

test("what can't be kept is refused, and nothing of it is", async () => {
  const it = await shop();
  const fields = (...list: object[]) => ({ definition: JSON.stringify({ fields: list }) });
  const [email, message] = [
    { id: "email", kind: "email" },
    { id: "message", kind: "message" },
  ];
  const refused: [Partial<typeof WRITTEN>, string | undefined][] = [
    [fields(message), "no-email"],
    [fields(email), "no-message"],
    [fields(email, message, { id: "a", kind: "text" }), "no-label"],
    [fields(email, message, message), "asked-twice"],
    [fields(email, message, { id: "topic", kind: "topic" }), "no-options"],
    [fields(email, { ...message, when: { field: "topic", is: [] } }), "condition-below"],
    [{ definition: "{}" }, "unreadable"],
    [
      { definition: JSON.stringify({ fields: [email, message], intro: { sv: "x".repeat(1001) } }) },
      "unreadable",
    ],
    [{ name: " " }, undefined],
    [{ handle: "Å å" }, "letters"],
  ];
  for (const [given, problem] of refused) {
    const { status, body } = await it.add(given);
    expect([status, (JSON.parse(body) as { detail: { problem?: string } }).detail.problem]).toEqual([
      422,
      problem,
    ]);
  }
  expect((await it.add({ definition: "{" })).status).toBe(400);
  expect(await it.forms()).toEqual([]);
  await it.add();
  expect((await it.add()).body).toContain("taken");
});

test("with another workspace's ids: not found, and nothing of theirs changes", async () => {
  const [a, b] = [await shop(), await shop()];
  const formId = await made(b);
  const before = await dumpRows([b.workspace.id]);
  for (const id of [formId, newId(), "' OR 1=1--"]) {
    expect((await a.go(change, { formId: id }, WRITTEN)).status).toBe(404);
    expect((await a.go(change, { formId: id }, {}, "DELETE")).status).toBe(404);
    expect((await a.go(restore, { formId: id }, {})).status).toBe(404);
    expect((await a.go(view, { storeId: a.store.id, formId: id }, {}, "GET")).status).toBe(404);
  }
  for (const storeId of [b.store.id, newId(), "x"]) {
    expect((await a.go(add, {}, { ...WRITTEN, storeId })).status).toBe(404);
    expect((await a.go(list, { storeId }, {}, "GET")).status).toBe(404);
    expect((await a.go(intake, { storeId }, { tickets: "no", forwardTo: "a@b.example" })).status).toBe(404);
  }
  expect(await dumpRows([b.workspace.id])).toEqual(before);
});

test("agents may look and not change", async () => {
  const it = await shop();
  const formId = await made(it);
  await db.agent.updateMany({ where: { workspaceId: it.workspace.id }, data: { role: "support" } });
  const params = { storeId: it.store.id, formId };
  expect((await it.go(view, params, {}, "GET")).status).toBe(200);
  for (const handler of [add, change, restore, intake]) {
    const form = { ...WRITTEN, storeId: it.store.id, tickets: "yes" };
    expect((await it.go(handler, params, form)).status).toBe(403);
  }
});

test("forms that make no tickets need an address whose mail does not come back to us", async () => {
  const it = await shop();
  const save = (forwardTo: string) => it.go(intake, { storeId: it.store.id }, { tickets: "no", forwardTo });
  const row = { workspaceId: it.workspace.id, storeId: it.store.id };
  await db.inboundAddress.create({ data: { ...row, token: newId(), address: `${newId()}@bjork.example` } });
  const connected = await db.inboundAddress.findFirstOrThrow({ where: { ...row, address: { not: null } } });
  for (const address of ["", "butik", connected.address ?? "", "x@inbound.postmarkapp.com"])
    expect([address, (await save(address)).status]).toEqual([address, 422]);
  expect((await save("Butik@Bjork.example")).status).toBe(200);
  const setting = await db.setting.findFirst({
    where: { workspaceId: it.workspace.id, name: "contactForm" },
  });
  expect(setting?.value).toEqual({ tickets: false, forwardTo: "butik@bjork.example" });
});
