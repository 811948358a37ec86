// The admin around every page: top bar with store and staff, navigation at the side, the page itself.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import type { Staff } from "../world/types.ts";
import { APP_HANDLE, APP_NAME, handleOf } from "./app-frame.ts";
import { icon } from "./icons.ts";
import type { IconName } from "./icons.ts";
import type { Visit } from "./visit.ts";

export interface Page {
  title: string;
  /** which entry of the navigation is the current one */
  place: string;
  main: Html;
  /** for the script, beside store and staff */
  data?: Record<string, unknown>;
}

const PLACES: { place: string; name: string; icon: IconName }[] = [
  { place: "", name: "Home", icon: "home" },
  { place: "orders", name: "Orders", icon: "order" },
  { place: "products", name: "Products", icon: "product" },
  { place: "customers", name: "Customers", icon: "person" },
];

/** A whole page of the admin, as HTML. */
export function adminPage(visit: Visit, { title, place, main, data = {} }: Page): string {
  const { shop, staff } = visit;
  const root = `/admin/store/${handleOf(shop)}`;
  const shared = { shop: shop.domain, shopName: shop.name, handle: handleOf(shop), staff: staff.id };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin/assets/admin.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="top">
          <button class="nav-toggle" id="nav-toggle" aria-label="Navigation" aria-expanded="false">☰</button>
          <a class="brand" href="/" target="_top"
            >${icon("bag")} <b>Admin</b> <span class="pill">sandbox</span></a
          >
          <div class="find" aria-hidden="true">${icon("search")} Search <kbd>CTRL K</kbd></div>
          <div class="switches">${stores(visit)} ${people(visit)}</div>
          <div class="save-bar" id="save-bar" role="region" aria-label="Unsaved changes" hidden>
            <span>Unsaved changes</span>
            <div id="save-bar-buttons"></div>
          </div>
        </header>
        <div class="body">
          <nav class="side" aria-label="Admin">${navigation(root, place)}</nav>
          <button class="nav-shade" id="nav-shade" aria-label="Close navigation" tabindex="-1"></button>
          <main class="main" id="main" tabindex="-1">${main}</main>
        </div>
        <div class="toasts" id="toasts"></div>
        ${scriptData({ ...shared, ...data })}
        <script type="module" src="/admin/assets/admin.js"></script>
      </body>
    </html>`.markup;
}

const navigation = (root: string, place: string): Html => html`
  <ul>
    ${PLACES.map(
      (one) =>
        html`<li>
          <a href="${root}${one.place ? `/${one.place}` : ""}" ${current(one.place === place)}
            >${icon(one.icon)} ${one.name}</a
          >
        </li>`,
    )}
  </ul>
  <h2>Apps</h2>
  <ul>
    <li>
      <a id="app-home" href="${root}/apps/${APP_HANDLE}" ${current(place === "app")}
        ><span class="app-mark" aria-hidden="true">S</span> ${APP_NAME}</a
      >
    </li>
  </ul>
  <ul class="under" id="app-menu"></ul>
  <div class="foot">
    <a href="${root}/settings/apps" ${current(place === "settings")}>${icon("gear")} Apps and data</a>
    <p class="note">A stand-in for Shopify's admin, on this computer only. Nothing here is real.</p>
  </div>
`;

const stores = ({ state, shop, staff }: Visit): Html => html`
  <details class="menu store">
    <summary aria-label="Store: ${shop.name}">
      ${face(shop.name)}<span class="label">${shop.name}</span>
    </summary>
    <div class="menu-list">
      <h2>Stores</h2>
      ${state.world.shops.map((other) => {
        const same = other.staff.find((member) => member.email === staff.email);
        const as = same ? `?staff=${same.id}` : "";
        return html`<a
          href="/admin/store/${handleOf(other)}/apps/${APP_HANDLE}${as}"
          ${current(other === shop)}
          >${face(other.name)} <span>${other.name}<small>${other.domain}</small></span></a
        >`;
      })}
    </div>
  </details>
`;

const people = ({ shop, staff }: Visit): Html => html`
  <details class="menu staff">
    <summary aria-label="You are ${fullName(staff)}">
      ${face(fullName(staff))}<span class="label">${fullName(staff)}</span>
    </summary>
    <div class="menu-list">
      <h2>Be somebody else at ${shop.name}</h2>
      ${shop.staff.map(
        (member) =>
          html`<a href="?staff=${member.id}" ${current(member === staff)}
            >${face(fullName(member))}
            <span
              >${fullName(member)}<small
                >${member.email}${member.accountOwner ? " · store owner" : ""}</small
              ></span
            ></a
          >`,
      )}
    </div>
  </details>
`;

export const fullName = (member: Staff): string => `${member.firstName} ${member.lastName}`;

function face(name: string): Html {
  const initials = name
    .split(" ")
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join("");
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return html`<span class="face" style="--hue:${hue}" aria-hidden="true">${initials}</span>`;
}

const current = (is: boolean): Html | null => (is ? html`aria-current="page"` : null);

/** Data for the script. Inside a script element only "<" could end it. */
const scriptData = (data: unknown): Html => ({
  markup: `<script type="application/json" id="admin-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`,
});
