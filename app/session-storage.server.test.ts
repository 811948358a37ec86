import { makeShop } from "../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { signInStore } from "../tests/shopify-session.ts";
import { db } from "./db.server.ts";
import { sessionStorage } from "./session-storage.server.ts";

const idOf = (shop: { domain: string }) => `offline_${shop.domain}`;

test("tokens are not to be read in the database, and load back as they were", async () => {
  const shop = makeShop();
  const { accessToken, refreshToken } = await signInStore(shop);
  const [row] = await db.$queryRaw<{ text: string }[]>`
    SELECT s::text AS text FROM "Session" s WHERE s.id = ${idOf(shop)}`;
  expect(row?.text).toContain(shop.domain);
  expect(row?.text).not.toContain(accessToken);
  expect(row?.text).not.toContain(refreshToken);
  expect(row?.text).not.toMatch(/shp(?:at|rt)_/);
  expect(await sessionStorage.loadSession(idOf(shop))).toMatchObject({ accessToken, refreshToken });
  expect(await sessionStorage.findSessionsByShop(shop.domain)).toMatchObject([{ accessToken }]);
});

test("a token that the key does not open is no session", async () => {
  const shop = makeShop();
  await signInStore(shop);
  await db.session.update({ where: { id: idOf(shop) }, data: { accessToken: "shpat_put-in-by-hand" } });
  expect(await sessionStorage.loadSession(idOf(shop))).toBeUndefined();
  expect(await sessionStorage.findSessionsByShop(shop.domain)).toEqual([]);
});

test("deleted is deleted", async () => {
  const shop = makeShop();
  await signInStore(shop);
  await sessionStorage.deleteSessions([idOf(shop)]);
  expect(await sessionStorage.loadSession(idOf(shop))).toBeUndefined();
});
