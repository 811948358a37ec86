// Products, as the shop sees them: the list, and one product.

import { html } from "../mail/html.ts";
import { cents } from "../shopify/graph/money.ts";
import type { Product } from "../world/types.ts";
import { handleOf } from "./app-frame.ts";
import { adminPage } from "./frame.ts";
import { pageOf, pager } from "./pager.ts";
import type { Visit } from "./visit.ts";
import { amount } from "./words.ts";

export function productsPage(visit: Visit): string {
  const { shop } = visit;
  const root = `/admin/store/${handleOf(shop)}/products`;
  return adminPage(visit, {
    title: "Products",
    place: "products",
    main: html`<div class="page">
      <h1>Products</h1>
      <div class="card table">
        <table>
          <thead>
            <tr>
              <th>Product</th>
              <th>Vendor</th>
              <th class="number">Variants</th>
              <th class="number">Price</th>
            </tr>
          </thead>
          <tbody>
            ${pageOf(visit.req, shop.products).map(
              (product) =>
                html`<tr>
                  <td><a href="${root}/${product.id}">${product.title}</a></td>
                  <td>${product.vendor}</td>
                  <td class="number">${product.variants.length}</td>
                  <td class="number">${amount(cents(product.variants[0]?.price ?? "0"), shop.currency)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${pager(visit.req, shop.products.length)}
    </div>`,
  });
}

export function productPage(visit: Visit, product: Product): string {
  const { shop } = visit;
  return adminPage(visit, {
    title: product.title,
    place: "products",
    main: html`<div class="page narrow">
      <h1>${product.title}</h1>
      <section class="card">
        <p>${product.description}</p>
        <p>
          <a href="/storefront/${handleOf(shop)}/products/${product.handle}" target="_blank"
            >See it in the shop</a
          >
        </p>
      </section>
      <section class="card table">
        <table>
          <thead>
            <tr>
              <th>Variant</th>
              <th>SKU</th>
              <th class="number">Price</th>
            </tr>
          </thead>
          <tbody>
            ${product.variants.map(
              (variant) =>
                html`<tr>
                  <td>${variant.title}</td>
                  <td>${variant.sku}</td>
                  <td class="number">${amount(cents(variant.price), shop.currency)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
    </div>`,
  });
}
