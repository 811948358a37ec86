// What the chat costs a shop: bytes, requests and layout shift before anybody touches it, bytes of the opened panel, and
// how soon it is painted on a slow phone. Seen from a browser in the sandbox's storefront.
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { openBrowser } from "../tests/setup/browser.ts";
import { median, percentile, print, say, spread } from "./figure.ts";
import { startSeededWorld } from "./seeded-world.ts";
import { noteOpening } from "./widget/notes.ts";
import { openPhone, PAGES, publish, setEmbed, type Phone } from "./widget/storefront.ts";

const ROUNDS = 15;

/** widget.bytes-before, widget.requests-before, widget.cls, widget.bytes-open and widget.first-paint-ms. */
export async function widget(): Promise<void> {
  const world = await startSeededWorld();
  publish(world);
  const browser = await openBrowser();
  try {
    await before(browser, world.sandboxUrl);
    await opened(browser, world.sandboxUrl);
    await painted(browser, world.sandboxUrl);
  } finally {
    await browser.close();
    await world.stop();
  }
}

interface Cost {
  bytes: number;
  requests: number;
  toApp: number;
  cls: number;
  long: number;
}

/** Each page with and without the embed: the difference is what the embed costs. */
async function before(browser: Browser, sandboxUrl: string): Promise<void> {
  const costs: Cost[] = [];
  for (const path of PAGES) {
    const look = async (on: boolean) => {
      await setEmbed(sandboxUrl, on);
      const phone = await openPhone(browser);
      await phone.page.goto(sandboxUrl + path, { waitUntil: "load" });
      // Long enough for whatever waits until the page is idle.
      await pause(2_000);
      const seen = { ...phone.seen(), ...(await phone.notes()) };
      await phone.close();
      return seen;
    };
    const [without, withIt] = [await look(false), await look(true)];
    say(`widget: ${path} ${sum(without.bytes)} bytes without, ${sum(withIt.bytes)} with`);
    costs.push({
      bytes: sum(withIt.bytes) - sum(without.bytes),
      requests: withIt.requests - without.requests,
      toApp: withIt.toApp,
      cls: withIt.cls - without.cls,
      long: withIt.longTasks.length - without.longTasks.length,
    });
  }
  const worst = (of: (cost: Cost) => number) => Math.max(...costs.map(of));
  const n = costs.length;
  print({
    ...{
      figure: "widget.bytes-before",
      value: worst(({ bytes }) => bytes),
      unit: "bytes, gzip",
      n,
      digits: 5,
    },
    note: "HTML and script together, the dearest of home, product and collection",
  });
  print({
    ...{
      figure: "widget.requests-before",
      value: worst(({ toApp }) => toApp),
      unit: "requests to the app",
      n,
    },
    note: `${worst(({ requests }) => requests)} more in all: the script; ${worst(({ long }) => long)} long tasks more`,
  });
  print({ figure: "widget.cls", value: worst(({ cls }) => cls), unit: "layout shift", n });
}

async function opened(browser: Browser, sandboxUrl: string): Promise<void> {
  await setEmbed(sandboxUrl, true);
  const phone = await openPhone(browser);
  await phone.page.goto(sandboxUrl + PAGES[0], { waitUntil: "load" });
  await phone.page.locator("samla-chat .launcher").click();
  await phone.page.locator("samla-chat .quick button").first().waitFor();
  await pause(1_000);
  const { bytes } = await phone.notes();
  await phone.close();
  const ofThese = (part: string) =>
    sum(Object.fromEntries(Object.entries(bytes).filter(([path]) => path.includes(part))));
  print({
    ...{ figure: "widget.bytes-open", value: ofThese("/chat-panel"), unit: "bytes, gzip", n: 1, digits: 6 },
    note: `the panel; the server's greeting is ${ofThese("/apps/samla/")} more`,
  });
}

const sum = (bytes: Record<string, number>): number =>
  Object.values(bytes).reduce((all, one) => all + one, 0);

/** Lighthouse's slow 4G and a processor four times slower, each time in a browser that has nothing of it. */
async function painted(browser: Browser, sandboxUrl: string): Promise<void> {
  const rounds: { frame: number; panel: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const phone: Phone = await openPhone(browser);
    await phone.page.goto(sandboxUrl + (PAGES[round % PAGES.length] ?? ""), { waitUntil: "load" });
    await phone.slow();
    const shown = phone.page.evaluate(noteOpening);
    const button = await phone.page.locator("samla-chat .launcher").boundingBox();
    if (!button) throw new Error("The chat's button is not there.");
    await phone.page.touchscreen.tap(button.x + button.width / 2, button.y + button.height / 2);
    rounds.push(await shown);
    await phone.close();
  }
  const frames = rounds.map(({ frame }) => frame);
  const panels = rounds.map(({ panel }) => panel);
  print({
    ...{ figure: "widget.first-paint-ms", value: percentile(frames, 0.95), unit: "ms", n: ROUNDS },
    spread: spread(frames),
    note: `p95 from the touch to the frame, median ${median(frames).toFixed(0)}; until one can write median ${median(panels).toFixed(0)}, p95 ${percentile(panels, 0.95).toFixed(0)}`,
  });
}
