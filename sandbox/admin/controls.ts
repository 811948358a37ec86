// Buttons that work the sandbox's remote control; the script sends them and shows what came of it.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";

/** A button that POSTs `body` to `address`. Stands inside an element with data-outcome that holds an <output>. */
export const control = (
  text: string,
  address: string,
  body: Record<string, unknown>,
  { primary = false, critical = false, reload = false } = {},
): Html =>
  html`<button
    type="button"
    class="button ${primary ? "primary" : ""} ${critical ? "critical" : ""}"
    data-control="${address}"
    data-body="${JSON.stringify(body)}"
    ${reload ? html`data-reload="1"` : null}
  >
    ${text}
  </button>`;
