// The sandbox's bar above the shop: which shop, which language, who is shopping, with or without scripts.
// Everything works by links and plain forms, because scripts may be switched off.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import { LANGUAGES, TWISTS, handleOf } from "./shopper.ts";
import type { Visit } from "./theme-pages.ts";

/** The bar's markup; its style sits in theme/bar.css. */
export function sandboxBar({ state, shop, shopper, req }: Visit): Html {
  const root = `/storefront/${handleOf(shop)}`;
  const here = req.method === "GET" ? req.originalUrl : `${root}/pages/contact`;
  const who = shopper.account;
  // inside the sandbox's tabs, the tabs lead to the other parts
  const framed = req.get("Sec-Fetch-Dest") === "iframe";
  const back = html`<input type="hidden" name="return_to" value="${here}" />`;
  return html`<aside class="sandbox-bar" aria-label="Sandbox">
    <a class="sandbox-bar__brand" href="/storefront">Sandbox</a>
    <details name="sandbox-bar">
      <summary>${shop.name}</summary>
      <div class="sandbox-bar__menu">
        ${state.world.shops.map((other) => html`<a href="/storefront/${handleOf(other)}/">${other.name}</a>`)}
        ${
          !framed &&
          html`<hr />
            <a href="/admin">Shopify admin</a>
            <a href="/mail">Mailboxes</a>`
        }
      </div>
    </details>
    <details name="sandbox-bar">
      <summary>${LANGUAGES[shopper.language]}</summary>
      <form class="sandbox-bar__menu" method="post" action="${root}/_sandbox/language">
        ${back}
        ${Object.entries(LANGUAGES).map(
          ([code, name]) =>
            html`<button name="language" value="${code}" lang="${code}" ${pressed(code === shopper.language)}>
              ${name}
            </button>`,
        )}
      </form>
    </details>
    <details name="sandbox-bar" class="sandbox-bar__who">
      <summary>${who ? `${who.firstName} ${who.lastName}` : "Not logged in"}</summary>
      <form class="sandbox-bar__menu" method="post" action="${root}/_sandbox/shopper">
        ${back}
        ${
          who?.email
            ? html`<a href="/mail/${encodeURIComponent(who.email)}" target="mailbox"
                  >Open ${who.firstName}'s mailbox</a
                >
                <hr />`
            : null
        }
        <button name="customer" value="new" class="sandbox-bar__new">New shopper</button>
        <button name="customer" value="" ${pressed(!who)}>Not logged in</button>
        <hr />
        ${shop.customers
          .slice(0, 200)
          .map(
            ({ id, firstName, lastName, email }) =>
              html`<button name="customer" value="${id}" ${pressed(who?.id === id)}>
                ${firstName} ${lastName} <small>${email}</small>
              </button>`,
          )}
      </form>
    </details>
    <details name="sandbox-bar">
      <summary>${shopper.twists.length > 0 ? `Page (${shopper.twists.length})` : "Page"}</summary>
      <form class="sandbox-bar__menu" method="post" action="${root}/_sandbox/page">
        ${back}
        ${Object.entries(TWISTS).map(
          ([twist, name]) =>
            html`<button name="twist" value="${twist}" ${pressed(shopper.twists.includes(twist))}>
              ${name}
            </button>`,
        )}
      </form>
    </details>
    <form method="post" action="${root}/_sandbox/scripts">
      ${back}
      <button
        class="sandbox-bar__switch"
        name="scripts"
        value="${shopper.scripts ? "off" : "on"}"
        ${pressed(shopper.scripts)}
      >
        JavaScript ${shopper.scripts ? "on" : "off"}
      </button>
    </form>
    <a class="sandbox-bar__editor" href="${root}/pages/contact?editor=1#theme-editor">Theme editor</a>
  </aside>`;
}

const pressed = (on: boolean) => (on ? html`aria-pressed="true"` : html`aria-pressed="false"`);
