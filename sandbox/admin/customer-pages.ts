// Customers, as the shop sees them: the list, and one customer.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import { fullName } from "../shopify/graph/customer.ts";
import { paid } from "../shopify/graph/totals.ts";
import type { Order, Shop, ShopCustomer } from "../world/types.ts";
import { handleOf } from "./app-frame.ts";
import { control } from "./controls.ts";
import { adminPage } from "./frame.ts";
import { orderTable, tagLine } from "./order-pages.ts";
import { pageOf, pager } from "./pager.ts";
import type { Visit } from "./visit.ts";
import { amount, moment } from "./words.ts";

export function customersPage(visit: Visit): string {
  const { shop } = visit;
  const root = `/admin/store/${handleOf(shop)}/customers`;
  return adminPage(visit, {
    title: "Customers",
    place: "customers",
    main: html`<div class="page">
      <h1>Customers</h1>
      <div class="card table">
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th>E-mail</th>
              <th>Place</th>
              <th class="number">Orders</th>
              <th class="number">Spent</th>
            </tr>
          </thead>
          <tbody>
            ${pageOf(visit.req, shop.customers).map((customer) => {
              const orders = ordersOf(shop, customer);
              return html`<tr>
                <td><a href="${root}/${customer.id}">${fullName(customer)}</a></td>
                <td>${customer.email}</td>
                <td>${customer.address?.city}</td>
                <td class="number">${orders.length}</td>
                <td class="number">${amount(spent(orders), shop.currency)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${pager(visit.req, shop.customers.length)}
    </div>`,
  });
}

export function customerPage(visit: Visit, customer: ShopCustomer): string {
  const { shop } = visit;
  const orders = ordersOf(shop, customer).toSorted((one, other) =>
    one.createdAt < other.createdAt ? 1 : -1,
  );
  const { address } = customer;
  return adminPage(visit, {
    title: fullName(customer),
    place: "customers",
    main: html`<div class="page">
      <h1>${fullName(customer)}</h1>
      <p class="quiet">
        Customer since ${moment(customer.createdAt, shop)} · ${orders.length} orders ·
        ${amount(spent(orders), shop.currency)} spent
      </p>
      <div class="columns">
        <div class="card table">${orderTable(shop, orders)}</div>
        <div>
          <section class="card">
            <h2>Contact</h2>
            <p>${customer.email ?? "No e-mail address"}</p>
            <p>${customer.phone ?? "No phone number"}</p>
            ${address ? html`<p>${address.address1}<br />${address.zip} ${address.city}<br />${address.country}</p>` : null}
          </section>
          ${noteAndTags(shop, customer)} ${mergeWith(shop, customer)}
        </div>
      </div>
    </div>`,
  });
}

/** What staff keep of a customer, to be changed here; the app hears of it. */
const noteAndTags = (shop: Shop, customer: ShopCustomer): Html => html`
  <section class="card" data-outcome>
    <h2>Note</h2>
    <p><textarea name="note" rows="4" aria-label="Note">${customer.note ?? ""}</textarea></p>
    <h2>Tags</h2>
    <p><input name="tags" value="${customer.tags.join(", ")}" aria-label="Tags" /></p>
    ${tagLine(customer.tags)}
    <div class="row">
      ${control("Save", "/control/customer", { shop: shop.domain, customer: customer.id }, { reload: true })}
    </div>
    <output></output>
  </section>
`;

/** Shopify's "Merge customer": this one is kept. */
const mergeWith = (shop: Shop, customer: ShopCustomer): Html => html`
  <section class="card" data-outcome>
    <h2>Merge customer</h2>
    <input type="hidden" name="customer" value="${customer.id}" />
    <p>
      <select name="other" aria-label="The other customer">
        ${shop.customers
          .filter(({ id }) => id !== customer.id)
          .map(
            (one) => html`<option value="${one.id}">${fullName(one)} · ${one.email ?? one.phone}</option>`,
          )}
      </select>
    </p>
    <div class="row">
      ${control("Merge into this one", "/control/customer-merge", { shop: shop.domain }, { reload: true })}
    </div>
    <output></output>
  </section>
`;

const ordersOf = (shop: Shop, customer: ShopCustomer): Order[] =>
  shop.orders.filter((order) => order.customerId === customer.id);

const spent = (orders: Order[]): number => orders.reduce((sum, order) => sum + paid(order), 0);
