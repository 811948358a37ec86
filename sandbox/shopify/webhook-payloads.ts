// What Shopify says when something happened in a shop: the bodies of its webhooks.

import type { Shop, ShopCustomer } from "../world/types.ts";

/** app/uninstalled carries the shop, as its REST resource (shortened). */
export const uninstalledPayload = (shop: Shop) => ({
  id: Number(shop.id),
  name: shop.name,
  email: shop.email,
  domain: shop.publicDomain,
  myshopify_domain: shop.domain,
  country: shop.country,
  currency: shop.currency,
  iana_timezone: shop.timeZone,
  primary_locale: shop.locale,
  plan_name: "professional",
});

export const scopesUpdatePayload = (shop: Shop, previous: string, at: Date) => ({
  id: Number(shop.id),
  previous: previous.split(","),
  current: shop.scopes.split(","),
  updated_at: at.toISOString(),
});

export const subscriptionPayload = (shop: Shop, id: string, name: string, status: string, at: Date) => ({
  app_subscription: {
    admin_graphql_api_id: `gid://shopify/AppSubscription/${id}`,
    name,
    status,
    admin_graphql_api_shop_id: `gid://shopify/Shop/${shop.id}`,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    currency: "USD",
    capped_amount: null,
  },
});

export const dataRequestPayload = (shop: Shop, customer: ShopCustomer, requestId: number) => ({
  shop_id: Number(shop.id),
  shop_domain: shop.domain,
  orders_requested: orderIds(shop, customer),
  customer: person(customer),
  data_request: { id: requestId },
});

export const customerRedactPayload = (shop: Shop, customer: ShopCustomer) => ({
  shop_id: Number(shop.id),
  shop_domain: shop.domain,
  customer: person(customer),
  orders_to_redact: orderIds(shop, customer),
});

export const shopRedactPayload = (shop: Shop) => ({ shop_id: Number(shop.id), shop_domain: shop.domain });

const person = ({ id, email, phone }: ShopCustomer) => ({ id: Number(id), email, phone });

const orderIds = (shop: Shop, customer: ShopCustomer) =>
  shop.orders.filter((order) => order.customerId === customer.id).map((order) => Number(order.id));
