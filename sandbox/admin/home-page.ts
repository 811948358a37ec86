// The store's home: a few figures, and the way on.

import { html } from "../mail/html.ts";
import { APP_HANDLE, APP_NAME, handleOf } from "./app-frame.ts";
import { adminPage } from "./frame.ts";
import { orderTable } from "./order-pages.ts";
import type { Visit } from "./visit.ts";

export function homePage(visit: Visit): string {
  const { shop, staff } = visit;
  const latest = shop.orders.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)).slice(0, 8);
  const open = shop.orders.filter((order) => order.fulfillmentStatus === "UNFULFILLED" && !order.cancelledAt);
  return adminPage(visit, {
    title: "Home",
    place: "",
    main: html`<div class="page">
      <h1>Hello ${staff.firstName}</h1>
      <section class="card">
        <p>
          ${open.length} orders to pack, ${shop.customers.length} customers, ${shop.products.length} products.
        </p>
        <p class="row">
          <a class="button primary" href="/admin/store/${handleOf(shop)}/apps/${APP_HANDLE}"
            >Open ${APP_NAME}</a
          >
          <a class="button" href="/storefront/${handleOf(shop)}/" target="_blank">View the shop</a>
        </p>
      </section>
      <div class="card table">${orderTable(shop, latest)}</div>
    </div>`,
  });
}
