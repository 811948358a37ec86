// The objects a theme can use in Liquid, made from the world: shop, customer, products, request, routes …

import type { SandboxState } from "../state.ts";
import { currentTotal, outstanding, refunded } from "../shopify/graph/totals.ts";
import type { Order, Product, Shop, ShopCustomer } from "../world/types.ts";
import { lookOf } from "./looks.ts";
import { LANGUAGES, handleOf } from "./shopper.ts";
import type { Shopper } from "./shopper.ts";

export interface PageRequest {
  /** path as the browser sees it */
  path: string;
  pageType: string;
  designMode: boolean;
}

/** Everything global in the shop's templates. The shop lives below a path here, so `routes` begin with it. */
export function themeGlobals(
  state: SandboxState,
  shop: Shop,
  shopper: Shopper,
  { path, pageType, designMode }: PageRequest,
) {
  const root = `/storefront/${handleOf(shop)}/`;
  const languages = Object.entries(LANGUAGES).map(([iso_code, endonym_name]) => ({
    iso_code,
    endonym_name,
    name: endonym_name,
    primary: iso_code === shop.locale,
    root_url: root,
  }));
  const language = languages.find(({ iso_code }) => iso_code === shopper.language);
  const products = shop.products.map((product) => productDrop(product, root));
  return {
    shop: {
      id: Number(shop.id),
      name: shop.name,
      email: shop.email,
      domain: shop.publicDomain,
      permanent_domain: shop.domain,
      url: `https://${shop.publicDomain}`,
      currency: shop.currency,
      locale: shop.locale,
      published_locales: languages,
    },
    request: {
      locale: language,
      path,
      host: shop.publicDomain,
      origin: `https://${shop.publicDomain}`,
      page_type: pageType,
      design_mode: designMode,
    },
    routes: {
      root_url: root,
      account_url: `${root}account`,
      account_login_url: `${root}account/login`,
      account_logout_url: `${root}account/logout`,
      collections_url: `${root}collections`,
      all_products_collection_url: `${root}collections/all`,
      cart_url: `${root}cart`,
      cart_add_url: `${root}cart/add`,
      search_url: `${root}search`,
    },
    localization: { language, available_languages: languages },
    template: { name: pageType, suffix: null },
    customer: shopper.account ? customerDrop(shop, shopper.account) : null,
    cart: { item_count: shopper.bag.length },
    collections: lookOf(shop).collections.map(({ handle, title, matches }) => ({
      handle,
      title,
      url: `${root}collections/${handle}`,
      products: products.filter((product) => matches.test(product.title)),
    })),
    all_products: products,
  };
}

export type ThemeGlobals = ReturnType<typeof themeGlobals>;

function productDrop({ id, handle, title, description, vendor, variants }: Product, root: string) {
  const price = cents(variants[0]?.price ?? "0");
  return {
    id,
    handle,
    title,
    description,
    vendor,
    price,
    url: `${root}products/${handle}`,
    image: `${root}cdn/products/${handle}.svg`,
    variants: variants.map((variant) => ({ ...variant, price: cents(variant.price) })),
    has_only_default_variant: variants.length === 1,
  };
}

function customerDrop(shop: Shop, customer: ShopCustomer) {
  const orders = shop.orders.filter(({ customerId }) => customerId === customer.id);
  return {
    id: Number(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
    phone: customer.phone,
    has_account: true,
    orders_count: orders.length,
    orders: orders.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).map(orderDrop),
    default_address: customer.address,
  };
}

const orderDrop = (order: Order) => ({
  name: order.name,
  created_at: order.createdAt,
  total_price: order.cancelledAt ? cents(order.total) : currentTotal(order),
  refunded: refunded(order),
  outstanding: Math.max(0, order.edited ? outstanding(order) : 0),
  cancelled: order.cancelledAt !== null,
  financial_status: order.financialStatus.toLowerCase(),
  fulfillment_status: order.fulfillmentStatus.toLowerCase(),
  line_items: order.lines
    .map((line) => ({
      title: line.title,
      variant_title: line.variantTitle,
      quantity: line.quantity - (line.removed ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0),
  // Said only when it is not the customer's own any more.
  ships_to: order.shippingAddress
    ? [order.shippingAddress.address1, order.shippingAddress.zip, order.shippingAddress.city].join(" ")
    : null,
  tracking_url: order.tracking?.url ?? null,
});

const cents = (amount: string) => Math.round(Number(amount) * 100);
