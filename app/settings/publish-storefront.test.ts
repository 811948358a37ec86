import { makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { publishedForms } from "../channels/form/published.server.ts";
import { makeStore, makeWorkspace } from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { askToPublish, publicationOf, publishStorefront } from "./publish-storefront.server.ts";
import { changeSettings } from "./write.server.ts";

async function published() {
  const shop = makeShop();
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain, locale: "sv" });
  const place = { workspaceId: workspace.id, storeId: store.id };
  const atShopify = () => {
    const fields = sandbox.state.installations.get(shop.domain)?.metafields ?? [];
    const found = fields.find(({ namespace, key }) => namespace === "samla" && key === "forms");
    return (
      found && (JSON.parse(found.value) as Record<string, { fields: { name: string; label: unknown }[] }>)
    );
  };
  const run = (lastTry = false) => publishStorefront(place, { forms: publishedForms }, { lastTry });
  return { shop, workspace, store, place, atShopify, run };
}

test("a store's forms are handed to Shopify, in words every shopper can be shown", async () => {
  const { place, atShopify, run } = await published();
  const at = now();
  const definition = {
    fields: [
      { id: "email", kind: "email", required: true },
      {
        id: "size",
        kind: "choice",
        label: { sv: "Storlek" },
        options: [{ id: "s", label: { sv: "Liten" } }],
      },
    ],
  };
  const row = {
    ...place,
    id: newId(),
    handle: "contact",
    name: "Kontakt",
    definition,
    createdAt: at,
    updatedAt: at,
  };
  await db.contactForm.create({ data: row });
  await run();
  expect(atShopify()?.contact?.fields).toMatchObject([
    { name: "email", label: null },
    { name: "field_size", label: { sv: "Storlek", x: "Storlek" } },
  ]);
  expect(await publicationOf(place)).toEqual({ current: true, problem: null });
  await db.$transaction((tx) => askToPublish(tx, place));
  expect((await publicationOf(place)).current).toBe(false);
});

test("a change of what the storefront shows is asked to be published with it", async () => {
  const { workspace, store, place, run } = await published();
  await run();
  await changeSettings(workspace, store.id, { answers: { withinHours: 4 } }, { by: SYSTEM });
  expect((await publicationOf(place)).current).toBe(true);
  await changeSettings(workspace, store.id, { chat: { on: false } }, { by: SYSTEM });
  expect((await publicationOf(place)).current).toBe(false);
});

test("Shopify being away is said, and tried again", async () => {
  const { shop, place, atShopify, run } = await published();
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, status: 503 });
  await expect(run()).rejects.toThrow("not published yet");
  expect(await publicationOf(place)).toEqual({ current: false, problem: "unreachable" });
  sandbox.state.failures.length = 0;
  await db.session.deleteMany({ where: { shop: shop.domain } });
  await run();
  expect(await publicationOf(place)).toEqual({ current: false, problem: "no-token" });
  await signInStore(shop);
  await run();
  expect(await publicationOf(place)).toEqual({ current: true, problem: null });
  expect(atShopify()).toEqual({});
});
