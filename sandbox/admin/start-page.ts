// The first page: all parts of the outside world as tabs, and a story to try.

import { html } from "../mail/html.ts";
import type { SandboxState } from "../state.ts";
import { APP_HANDLE, APP_NAME, handleOf } from "./app-frame.ts";

interface Tab {
  id: string;
  name: string;
  /** one line on what this is */
  about: string;
  src: string;
}

/** The whole page; each tab is a frame that loads when it is first opened. */
export function startPage(state: SandboxState): string {
  const [first] = state.world.shops;
  const tabs: Tab[] = [
    {
      id: "admin",
      name: "Admin",
      about: "Shopify admin, where the staff work",
      src: `/admin/store/${first ? handleOf(first) : ""}/apps/${APP_HANDLE}`,
    },
    ...state.world.shops.map((shop) => ({
      id: handleOf(shop),
      name: shop.name,
      about: `${shop.publicDomain}, the shop as its customers see it`,
      src: `/storefront/${handleOf(shop)}/`,
    })),
    { id: "mailbox", name: "Mailbox", about: "The customers' e-mail: read it, answer it", src: "/mail" },
    { id: "phone", name: "Phone", about: "The customers' text messages", src: "/sms" },
  ];
  const shopName = first?.name ?? "the shop";
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${APP_NAME} sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin/assets/start.css" />
      </head>
      <body>
        <header>
          <h1>${APP_NAME} <span>sandbox</span></h1>
          <div role="tablist" aria-label="Parts of the sandbox">
            ${tabs.map(
              (tab) =>
                html`<a
                  role="tab"
                  id="tab-${tab.id}"
                  href="${tab.src}"
                  aria-controls="frame-${tab.id}"
                  aria-selected="false"
                  title="${tab.about}"
                  >${tab.name}</a
                >`,
            )}
          </div>
          <button id="story-toggle" aria-expanded="true" aria-controls="story">What to try</button>
        </header>
        <section id="story" aria-label="What to try">
          <p>
            Everything a support inbox touches, pretended on this computer: nothing you do here leaves it.
            Start with this:
          </p>
          <ol>
            <li>
              <a href="#${first ? handleOf(first) : ""}">${shopName}</a>: be a shopper, open
              <em>Contact</em> and write to the shop.
            </li>
            <li>
              <a href="#admin">Admin</a>: the message appears in ${APP_NAME}'s inbox by itself. Open it and
              reply.
            </li>
            <li><a href="#mailbox">Mailbox</a>: open the shopper's mailbox, read the reply and answer it.</li>
            <li><a href="#admin">Admin</a>: the answer is in the same conversation.</li>
          </ol>
          <button id="story-close">Got it</button>
        </section>
        <main id="frames"></main>
        <noscript
          ><p>
            The tabs need JavaScript. Without:
            ${tabs.map((tab) => html`<a href="${tab.src}">${tab.name}</a> `)}
          </p></noscript
        >
        <script type="module" src="/admin/assets/start.js"></script>
      </body>
    </html>`.markup;
}

/** The phone, until text messages are a channel. */
export const phonePage = (): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Phone · sandbox</title>
        <link rel="stylesheet" href="/admin/assets/start.css" />
      </head>
      <body class="phone">
        <div class="handset">
          <h1>Messages <span>sandbox</span></h1>
          <p>No text messages yet. ${APP_NAME} does not send any so far: they come with a later version.</p>
        </div>
      </body>
    </html>`.markup;
