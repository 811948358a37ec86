// The frame around every mailbox page: a bar that says whose mailbox this is, folders at the side.

import type { SandboxState } from "../state.ts";
import { nameOf } from "./addresses.ts";
import { mailboxes } from "./conversations.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";

/** A whole page. `email` is the open mailbox, if one is. */
export function page(
  state: SandboxState,
  { title, email, main }: { title: string; email?: string; main: Html },
): string {
  const name = email ? nameOf(state, email) : "";
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/mail/assets/mail.css" />
        <script src="/mail/assets/mail.js" defer></script>
      </head>
      <body data-revision="${state.mail.revision}">
        <a class="skip" href="#main">Skip to the mail</a>
        <header class="bar">
          <a class="brand" href="/mail">Mailboxes <span class="tag">sandbox</span></a>
          <nav aria-label="Sandbox">
            <a href="/admin">Admin</a><a href="/storefront">Shop</a
            ><a href="/mail" aria-current="page">Mail</a>
          </nav>
        </header>
        <div class="columns">
          <aside data-live="side">${email ? owner(email, name) : null} ${boxes(state, email)}</aside>
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </body>
    </html>`.markup;
}

/** Address of the mailbox page. */
export const mailboxPath = (email: string, rest = ""): string => `/mail/${encodeURIComponent(email)}${rest}`;

/** A coloured circle with initials; the colour follows from the name. */
export function avatar(name: string): Html {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0))
    .join("")
    .toUpperCase();
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return html`<span class="avatar" style="--hue:${hue}" aria-hidden="true">${initials || "?"}</span>`;
}

/** "10:42" today, "19 Nov" before; the whole of it on hover. */
export function shortTime(state: SandboxState, at: string): Html {
  const date = new Date(at);
  const today = state.now().toDateString() === date.toDateString();
  const text = today
    ? date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  return html`<time datetime="${at}" title="${date.toLocaleString("en-GB")}">${text}</time>`;
}

const owner = (email: string, name: string) => html`
  <div class="owner">
    ${avatar(name)}
    <div><strong>${name}</strong><small>${email}</small></div>
  </div>
  <a class="write" href="${mailboxPath(email, "/new")}">Write a mail</a>
`;

function boxes(state: SandboxState, open: string | undefined): Html {
  const all = mailboxes(state.mail);
  return html`<nav class="boxes" aria-label="Mailboxes">
    <h2>All mailboxes</h2>
    ${all.length === 0 ? html`<p class="quiet">No mail yet.</p>` : null}
    <ul>
      ${all.slice(0, 40).map(
        ({ email, count }) =>
          html`<li>
            <a
              href="${mailboxPath(email)}"
              ${email.toLowerCase() === open?.toLowerCase() ? html`aria-current="page"` : null}
            >
              <span>${email}</span><span class="count">${count}</span>
            </a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
