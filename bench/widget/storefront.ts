// The storefront the chat is measured in: its embed on or off, what the app has handed over, and a phone that counts.
import type { Browser, Page } from "playwright-core";
import { publishChat } from "../../app/channels/chat/published.ts";
import { chatSettings } from "../../app/settings/chat.ts";
import type { SeededWorld } from "../seeded-world.ts";
import { noteCosts, readCosts, type Costs } from "./notes.ts";

const SHOP = "/storefront/fjallrum";

/** Home, a product, a collection. */
export const PAGES = [`${SHOP}/`, `${SHOP}/products/skare-skaljacka-dam`, `${SHOP}/collections/all`];

/** Hands the chat's looks to the shop, as the app's worker would. */
export function publish({ sandbox }: SeededWorld): void {
  const at = new Date().toISOString();
  sandbox.state.installations.get("fjallrum.myshopify.com")?.metafields.push({
    ...{ id: "1", namespace: "samla", key: "chat", type: "json", createdAt: at, updatedAt: at },
    value: JSON.stringify(publishChat(chatSettings.parse({ colour: "#21503b" }))),
  });
}

/** Switches the embed in the theme editor. */
export async function setEmbed(sandboxUrl: string, on: boolean): Promise<void> {
  const body = new URLSearchParams({
    block: "chat",
    do: "save",
    bottom_space: "0",
    ...(on ? { "embed.on": "on" } : {}),
  });
  const answer = await fetch(`${sandboxUrl}${SHOP}/_sandbox/theme`, {
    method: "POST",
    body,
    redirect: "manual",
  });
  if (answer.status !== 303) throw new Error(`The theme editor answered ${answer.status}.`);
}

export interface Phone {
  page: Page;
  seen(): { requests: number; toApp: number };
  notes(): Promise<Costs>;
  /** From now on: slow 4G and a slow processor. */
  slow(): Promise<void>;
  close(): Promise<void>;
}

/** A phone with nothing in its cache, that takes gzip. */
export async function openPhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "sv-SE" },
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const seen = { requests: 0, toApp: 0 };
  await page.setExtraHTTPHeaders({ "Accept-Encoding": "gzip" });
  page.on("request", (request) => {
    seen.requests += 1;
    if (/\/apps\/samla\/|\/widget\//.test(request.url())) seen.toApp += 1;
  });
  await page.addInitScript(noteCosts);
  return {
    page,
    seen: () => ({ ...seen }),
    notes: () => page.evaluate(readCosts),
    async slow() {
      await devtools.send("Network.emulateNetworkConditions", {
        ...{ offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 },
      });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    },
    close: () => context.close(),
  };
}
