// Orders, as the shop sees them: the list, and one order.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import { fullName } from "../shopify/graph/customer.ts";
import { cents } from "../shopify/graph/money.ts";
import { currentTotal, outstanding, refunded, subtotal, taxOf } from "../shopify/graph/totals.ts";
import type { Happening } from "../shopify/order-life.ts";
import type { Order, Shop } from "../world/types.ts";
import { handleOf } from "./app-frame.ts";
import { control } from "./controls.ts";
import { adminPage } from "./frame.ts";
import { pageOf, pager } from "./pager.ts";
import type { Visit } from "./visit.ts";
import { amount, moment, status } from "./words.ts";

export function ordersPage(visit: Visit): string {
  const { shop } = visit;
  const newest = shop.orders.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return adminPage(visit, {
    title: "Orders",
    place: "orders",
    main: html`<div class="page">
      <h1>Orders</h1>
      <div class="card table">${orderTable(shop, pageOf(visit.req, newest))}</div>
      ${pager(visit.req, newest.length)}
    </div>`,
  });
}

export function orderPage(visit: Visit, order: Order): string {
  const { shop } = visit;
  const customer = shop.customers.find((one) => one.id === order.customerId);
  const root = `/admin/store/${handleOf(shop)}`;
  const address = order.shippingAddress ?? customer?.address;
  return adminPage(visit, {
    title: order.name,
    place: "orders",
    main: html`<div class="page">
      <h1>
        ${order.name} ${order.cancelledAt ? status("CANCELLED") : null} ${status(order.financialStatus)}
        ${status(order.fulfillmentStatus)}
      </h1>
      <p class="quiet">${moment(order.createdAt, shop)} from the online store</p>
      <div class="columns">
        <div>
          <section class="card table">
            <table>
              <tbody>
                ${order.lines.map(
                  (line) =>
                    html`<tr>
                      <td class="wide">
                        <strong>${line.title}</strong><br /><span class="quiet"
                          >${line.variantTitle} ${line.sku}</span
                        >
                      </td>
                      <td class="number">${amount(cents(line.price), order.currency)} × ${pieces(line)}</td>
                      <td class="number">${amount(cents(line.price) * pieces(line), order.currency)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>
          <section class="card">
            <dl class="sum">
              ${sums(order).map(
                ([name, value]) =>
                  html`<dt>${name}</dt>
                    <dd>${amount(value, order.currency)}</dd>`,
              )}
            </dl>
          </section>
          ${
            order.tracking
              ? html`<section class="card">
                  <h2>Parcel</h2>
                  <p>${order.tracking.company} ${order.tracking.number}</p>
                </section>`
              : null
          }
        </div>
        <div>
          <section class="card">
            <h2>Customer</h2>
            ${
              customer
                ? html`<p><a href="${root}/customers/${customer.id}">${fullName(customer)}</a></p>`
                : html`<p class="quiet">A guest</p>`
            }
            <p>${order.email}</p>
            ${address ? html`<p>${address.address1}<br />${address.zip} ${address.city}</p>` : null}
          </section>
          ${happenings(shop, order)}
          <section class="card">
            <h2>Note</h2>
            <p class="${order.note ? "" : "quiet"}">${order.note ?? "No note"}</p>
            ${tagLine(visit.state.installations.get(shop.domain)?.orderTags.get(order.id))}
          </section>
        </div>
      </div>
    </div>`,
  });
}

/** What may happen to it in the shop now; the app hears of it. */
function happenings(shop: Shop, order: Order): Html {
  const sent = order.fulfillmentStatus === "FULFILLED";
  const open = !order.cancelledAt;
  const all: [Happening, string, boolean][] = [
    ["fulfil", "Fulfill", open && !sent],
    ["deliver", "Mark as delivered", open && sent && !order.deliveredAt],
    [
      "pay",
      "Mark as paid",
      open && (order.financialStatus === "PENDING" || order.financialStatus === "AUTHORIZED"),
    ],
    ["return", "Close a return", open && sent && order.returnStatus !== "RETURNED"],
    ["refund", "Refund all", open && order.financialStatus === "PAID"],
    ["cancel", "Cancel the order", open && !sent],
    ["place", "Buy the same again", true],
  ];
  return html`<section class="card" data-outcome>
    <h2>What happens next</h2>
    <div class="row">
      ${all
        .filter(([, , possible]) => possible)
        .map(([what, text]) =>
          control(text, "/control/order", { shop: shop.domain, order: order.id, what }, { reload: true }),
        )}
    </div>
    <output></output>
  </section>`;
}

/** A table of orders, each leading to its page. */
export const orderTable = (shop: Shop, orders: Order[]): Html => html`
  <table>
    <thead>
      <tr>
        <th>Order</th>
        <th>Date</th>
        <th>Customer</th>
        <th class="number">Total</th>
        <th>Payment</th>
        <th>Fulfillment</th>
      </tr>
    </thead>
    <tbody>
      ${orders.map((order) => {
        const customer = shop.customers.find((one) => one.id === order.customerId);
        return html`<tr>
          <td><a href="/admin/store/${handleOf(shop)}/orders/${order.id}">${order.name}</a></td>
          <td>${moment(order.createdAt, shop)}</td>
          <td>${customer ? fullName(customer) : order.email}</td>
          <td class="number">${amount(cents(order.total), order.currency)}</td>
          <td>${status(order.financialStatus)}</td>
          <td>${order.cancelledAt ? status("CANCELLED") : status(order.fulfillmentStatus)}</td>
        </tr>`;
      })}
    </tbody>
  </table>
`;

export const tagLine = (tags: string[] | undefined): Html | null =>
  tags?.length
    ? html`<p class="row">${tags.map((tag) => html`<span class="status">${tag}</span>`)}</p>`
    : null;

function sums(order: Order): [string, number][] {
  const back = refunded(order);
  const rows: [string, number][] = [
    ["Subtotal", subtotal(order)],
    ["Shipping", cents(order.shipping)],
    ["Total", cents(order.total)],
    ["of which tax", taxOf(cents(order.total))],
  ];
  if (order.edited) rows.push(["Now", currentTotal(order)], ["Left to pay", outstanding(order)]);
  return back > 0 ? [...rows, ["Refunded", -back]] : rows;
}

/** What an edit left of a line. */
const pieces = (line: Order["lines"][number]): number => line.quantity - (line.removed ?? 0);
