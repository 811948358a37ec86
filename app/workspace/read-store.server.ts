// What Shopify knows of a store: name, currency, language, time zone. Read after install, in a job.
import { askShopify } from "../clients/shopify-admin.server.ts";
import { db } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { SHOP_DETAILS, type ShopDetails } from "./shop.graphql.ts";

/** Copies the store's particulars. A name the merchant changed here is kept; only the first guess is replaced. */
export async function readStore({
  workspaceId,
  storeId,
}: {
  workspaceId: string;
  storeId: string;
}): Promise<void> {
  const store = await db.store.findUnique({ where: { workspaceId_id: { workspaceId, id: storeId } } });
  if (!store || store.uninstalledAt) return;
  const { data } = await askShopify<ShopDetails>(store.shopDomain, SHOP_DETAILS, {});
  const { shop, shopLocales } = data;
  const guess = store.shopDomain.replace(".myshopify.com", "");
  const named = { name: shop.name };
  const locale = shopLocales?.find(({ primary }) => primary)?.locale ?? "en";
  await db.$transaction(async (tx) => {
    await tx.store.updateMany({
      where: { workspaceId, id: storeId },
      data: {
        name: shop.name,
        shopifyId: shop.id.split("/").at(-1) ?? null,
        publicDomain: shop.primaryDomain.host,
        currency: shop.currencyCode,
        timeZone: shop.ianaTimezone,
        locale,
        ...(locale === store.locale ? {} : { publishAskedAt: now() }),
      },
    });
    // What is not written in a shopper's language is shown in the store's.
    if (locale !== store.locale) await enqueue(tx, "publish-storefront", { workspaceId, storeId });
    await tx.brand.updateMany({
      where: { workspaceId, storeId, name: guess },
      data: { ...named, senderName: shop.name },
    });
    await tx.workspace.updateMany({ where: { id: workspaceId, name: guess }, data: named });
  });
}
