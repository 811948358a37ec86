// The app's page of plans, which Shopify shows for it: the app only hears what was chosen.

import { html } from "../mail/html.ts";
import { SUBSCRIPTIONS } from "../shopify/installation.ts";
import type { Subscription } from "../shopify/installation.ts";
import { APP_NAME } from "./app-frame.ts";
import { control } from "./controls.ts";
import { adminPage } from "./frame.ts";
import type { Visit } from "./visit.ts";

const OFFERS: Record<Subscription, { price: string; holds: string }> = {
  Free: { price: "$0", holds: "The inbox for the whole team." },
  Smart: { price: "$29 a month", holds: "Replies by e-mail, sales statistics and AI." },
  Plus: { price: "$79 a month", holds: "Everything in Smart, with priority support." },
};

export function plansPage(visit: Visit): string {
  const { state, shop } = visit;
  const installation = state.installations.get(shop.domain);
  const chosen = installation?.subscription;
  return adminPage(visit, {
    title: `${APP_NAME}: plans`,
    place: "app",
    main: html`<div class="page narrow">
      <h1>${APP_NAME}: plans</h1>
      ${SUBSCRIPTIONS.map(
        (plan) =>
          html`<section class="card" data-outcome>
            <h2>${plan} ${plan === chosen ? html`<span class="status good">Current plan</span>` : null}</h2>
            <p><b>${OFFERS[plan].price}</b></p>
            <p class="quiet">${OFFERS[plan].holds}</p>
            ${plan === chosen || !installation?.installed ? null : control(`Choose ${plan}`, "/control/plan", { shop: shop.domain, plan }, { primary: true, reload: true })}
            <output></output>
          </section>`,
      )}
    </div>`,
  });
}
