// The way in: all shops of the world, each in its own colours.

import { html } from "../mail/html.ts";
import type { SandboxState } from "../state.ts";
import { lookOf } from "./looks.ts";
import { handleOf } from "./shopper.ts";

/** A small page that leads into the shops. */
export const shopsPage = (state: SandboxState): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Shops · Samla sandbox</title>
        <style>
          body {
            margin: 0 auto;
            max-width: 900px;
            padding: 40px 20px;
            font:
              16px/1.5 system-ui,
              sans-serif;
            color: #1f2937;
            background: #f6f7f9;
          }
          ul {
            display: grid;
            gap: 16px;
            grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
            padding: 0;
            list-style: none;
          }
          a.shop {
            display: block;
            padding: 56px 24px 20px;
            border-radius: 14px;
            text-decoration: none;
            font-size: 22px;
          }
          a.shop small {
            display: block;
            font:
              14px/1.4 system-ui,
              sans-serif;
            opacity: 0.85;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Shops</h1>
          <p>
            Walk in as a shopper, and send the contact form. <a href="/mail">Mailboxes</a> ·
            <a href="/admin">Shopify admin</a>
          </p>
          <ul>
            ${state.world.shops.map((shop) => {
              const { colors, fonts } = lookOf(shop);
              return html`<li>
                <a
                  class="shop"
                  href="/storefront/${handleOf(shop)}/"
                  style="background:${colors.accent};color:${colors.onAccent};font-family:${fonts.heading}"
                >
                  ${shop.name}<small>${shop.publicDomain} · ${shop.currency}</small>
                </a>
              </li>`;
            })}
          </ul>
        </main>
      </body>
    </html>`.markup;
