// The merchants' DNS, as far as mail needs it: a page where a record that Postmark asks for is published or taken away.

import express from "express";
import type { Router } from "express";
import type { OwnDomain } from "../postmark/domains.ts";
import type { SandboxState } from "../state.ts";
import { page } from "./frame.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";

/** The page, to be mounted at /mail/dns. */
export function dnsRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.get("/", (_req, res) => void res.send(dnsPage(state)));
  router.post("/", express.urlencoded({ extended: false }), (req, res) => {
    publish(state, String(req.body.host), req.body.published === "yes");
    res.redirect(303, "/mail/dns");
  });
  return router;
}

/** Publishes a record, or takes it away. Postmark sees it when it is asked to look the next time. */
export function publish(state: SandboxState, host: string, published: boolean): void {
  if (published) state.mail.published.add(host);
  else state.mail.published.delete(host);
  state.mail.changed();
}

const dnsPage = (state: SandboxState): string =>
  page(state, {
    title: "DNS · Samla sandbox",
    main: html`
      <h1>DNS</h1>
      <p class="lead">
        What the merchants' domains say. Publish the records that the app asks for, then let the app check.
      </p>
      <section data-live="dns" aria-label="Domains">
        ${
          state.mail.domains.length === 0
            ? html`<p class="empty">Nobody sends from a domain of their own yet.</p>`
            : state.mail.domains.map((domain) => zone(state, domain))
        }
      </section>
    `,
  });

const zone = (state: SandboxState, domain: OwnDomain): Html => html`
  <h2>DNS of ${domain.name}</h2>
  <ul class="list">
    ${record(state, "TXT", domain.dkim)} ${record(state, "CNAME", domain.returnPath)}
  </ul>
`;

function record(state: SandboxState, type: string, { host, value }: { host: string; value: string }): Html {
  const published = state.mail.published.has(host);
  return html`<li class="record">
    <span class="who">
      <strong>${type} ${host}</strong>
      <small>${value}</small>
    </span>
    <span class="${published ? "state good" : "state"}">${published ? "published" : "not there"}</span>
    <form action="/mail/dns" method="post">
      <input type="hidden" name="host" value="${host}" />
      <input type="hidden" name="published" value="${published ? "no" : "yes"}" />
      <button class="plain" aria-label="${published ? "Take away" : "Publish"} ${type} ${host}">
        ${published ? "Take away" : "Publish"}
      </button>
    </form>
  </li>`;
}
