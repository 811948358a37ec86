// Apps and data: what a merchant does with an app, and what Shopify then tells it.

import { html } from "../mail/html.ts";
import { fullName as nameOf } from "../shopify/graph/customer.ts";
import { APP_NAME } from "./app-frame.ts";
import { control } from "./controls.ts";
import { adminPage } from "./frame.ts";
import type { Visit } from "./visit.ts";

export function settingsPage(visit: Visit): string {
  const { state, shop } = visit;
  const installation = state.installations.get(shop.domain);
  const installed = installation?.installed === true;
  const inShop = { shop: shop.domain };
  return adminPage(visit, {
    title: "Apps and data",
    place: "settings",
    main: html`<div class="page narrow">
      <h1>Apps and data</h1>
      <section class="card" data-outcome>
        <h2>
          ${APP_NAME}
          <span class="status ${installed ? "good" : ""}">${installed ? "Installed" : "Not installed"}</span>
        </h2>
        <p class="quiet">It may: ${shop.scopes.replaceAll(",", ", ")}</p>
        <div class="row">
          ${
            installed
              ? control("Uninstall the app", "/control/uninstall", inShop, { critical: true, reload: true })
              : control("Install the app", "/control/install", inShop, { primary: true, reload: true })
          }
        </div>
        <output></output>
      </section>
      <section class="card" data-outcome>
        <h2>A customer asks for their data</h2>
        <p>
          Shopify passes the wish on to every app. An erasure comes ten days after it was asked for; here, at
          once.
        </p>
        <div class="row">
          <select aria-label="Customer">
            ${shop.customers.map((one) => html`<option value="${one.id}">${nameOf(one)} · ${one.email ?? one.phone}</option>`)}
          </select>
          ${control("Request the data", "/control/webhook", { ...inShop, topic: "customers/data_request" })}
          ${control("Erase the customer", "/control/webhook", { ...inShop, topic: "customers/redact" }, { critical: true })}
        </div>
        <output></output>
      </section>
      <section class="card" data-outcome>
        <h2>The store leaves</h2>
        <p>
          Two days after the app was uninstalled, Shopify asks it to erase everything of this store. Here, at
          once.
        </p>
        <div class="row">
          ${control("Erase the store's data", "/control/webhook", { ...inShop, topic: "shop/redact" }, { critical: true })}
        </div>
        <output></output>
      </section>
      <section class="card" data-outcome>
        <h2>Protected customer data</h2>
        <p>
          ${
            installation?.protectedData
              ? "The app is approved for names, addresses, e-mail addresses and phone numbers."
              : "The app is not approved: those fields come back empty, with an error."
          }
        </p>
        ${control(
          installation?.protectedData ? "Take the approval away" : "Approve the app",
          "/control/shop",
          { ...inShop, protectedData: !installation?.protectedData },
          { reload: true },
        )}
        <output></output>
      </section>
    </div>`,
  });
}
