// The app's own page in the admin: title bar and frame, or the way back when it isn't installed.

import { html } from "../mail/html.ts";
import { APP_NAME, frameAddress, OWN_PARAMS } from "./app-frame.ts";
import { control } from "./controls.ts";
import { adminPage } from "./frame.ts";
import type { Visit } from "./visit.ts";

/** The page for `path` inside the app, with the app's own query. */
export function appPage(visit: Visit, path: string): string {
  const { state, shop, staff } = visit;
  if (!state.installations.get(shop.domain)?.installed) return notInstalled(visit);
  return adminPage(visit, {
    title: APP_NAME,
    place: "app",
    data: {
      app: {
        name: APP_NAME,
        src: frameAddress(state, shop, staff, path),
        ownParams: OWN_PARAMS,
        isOwner: staff.accountOwner,
        scopes: shop.scopes.split(","),
      },
    },
    main: html`<div class="app-page">
      <div class="title-bar">
        <span class="app-mark" aria-hidden="true">S</span>
        <span id="app-back"></span>
        <span class="of" id="app-name" hidden>${APP_NAME}</span>
        <h1 id="app-title">${APP_NAME}</h1>
        <div id="app-actions"></div>
      </div>
      <div id="app-place"><p id="app-wait">Opening ${APP_NAME} …</p></div>
    </div>`,
  });
}

const notInstalled = (visit: Visit): string =>
  adminPage(visit, {
    title: APP_NAME,
    place: "app",
    main: html`<div class="page narrow">
      <h1>${APP_NAME} isn't installed in ${visit.shop.name}</h1>
      <div class="card" data-outcome>
        <p>Install it again to open it. What the app still keeps of this store, it decides itself.</p>
        ${control("Install the app", "/control/install", { shop: visit.shop.domain }, { primary: true, reload: true })}
        <output></output>
      </div>
    </div>`,
  });
