// The customer beside a ticket: from the click to the first that is said of them, with and without a kept copy and with
// a slow Shopify, and what it costs of the store's points.
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { openBrowser } from "../tests/setup/browser.ts";
import { query } from "./databases.ts";
import { median, percentile, print, say } from "./figure.ts";
import { knownToShopify } from "./panel/world.ts";
import { notePanel } from "./panel/notes.ts";
import { noteShifts, readNotes } from "./ticket/notes.ts";
import { startSeededWorld, type SeededWorld } from "./seeded-world.ts";

const SLOW = 2_000;
/** How long a pointer rests on a row before it is pressed. */
const AIMING = 120;

interface Round {
  took: number[];
  points: number[];
  cls: number;
}

/** panel.kept-p95-ms, panel.cold-p95-ms, panel.slow-p95-ms, panel.points-per-ticket, panel.points-kept and panel.cls. */
export async function panel(): Promise<void> {
  const world = await startSeededWorld();
  const numbers = await knownToShopify(world.database);
  const browser = await openBrowser();
  const round = async (before: () => Promise<unknown>, figures = false): Promise<Round> => {
    await before();
    // A page of its own each time: nothing is left of the round before but what the server keeps.
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "sv-SE" });
    try {
      return await openAll(world, page, numbers, figures);
    } finally {
      await page.close();
    }
  };
  try {
    const nothing = () => query(world.database, `DELETE FROM "CustomerProfile"`);
    const old = () =>
      query(world.database, `UPDATE "CustomerProfile" SET "readAt" = "readAt" - interval '1 hour'`);
    const slowly = () =>
      world.sandbox.state.failures.push({
        ...{ service: "shopify", match: "customer", times: 1_000, delayMs: SLOW },
      });
    const first = await round(nothing);
    const shopify = await round(nothing, true);
    const kept = await round(() => Promise.resolve());
    const slow = await round(async () => (slowly(), await old()));
    const coldAndSlow = await round(nothing);
    tell({ first, shopify, kept, slow, coldAndSlow });
  } finally {
    await browser.close();
    await world.stop();
  }
}

function tell({ first, shopify, kept, slow, coldAndSlow }: Record<string, Round>): void {
  if (!first || !shopify || !kept || !slow || !coldAndSlow) return;
  const time = (figure: string, { took }: Round, note: string) =>
    print({
      ...{ figure, value: percentile(took, 0.95), unit: "ms", n: took.length },
      note: `${note}; median ${median(took).toFixed(0)} ms`,
    });
  time("panel.kept-p95-ms", kept, "asked less than a minute ago");
  time("panel.cold-p95-ms", first, "nothing kept, orders from the mirror");
  time("panel.cold-figures-p95-ms", shopify, "nothing kept, until Shopify's own figures are there");
  time("panel.slow-p95-ms", slow, `an hour old, Shopify answers after ${SLOW} ms`);
  const points = (figure: string, round: Round, note: string) =>
    print({ figure, value: mean(round.points), unit: "points", n: round.points.length, note });
  points("panel.points-per-ticket", first, "nothing kept: one query");
  points("panel.points-kept", kept, "asked less than a minute ago");
  print({
    ...{ figure: "panel.cls", value: Math.max(...[first, kept, slow, coldAndSlow].map(({ cls }) => cls)) },
    ...{ unit: "layout shift", n: first.took.length },
    note: "the worst stretch of five seconds: cold, kept, old and cold with Shopify slow",
  });
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

async function openAll(
  { sandboxUrl, appUrl, sandbox }: SeededWorld,
  page: Page,
  numbers: string[],
  figures: boolean,
): Promise<Round> {
  page.setDefaultTimeout(120_000);
  const list = `${sandboxUrl}/admin/store/fjallrum/apps/samla/app/tickets?view=all&staff=kajsa@fjallrum.example`;
  await page.goto(list);
  await page.frameLocator("#app-frame").getByTestId("ticket-row").nth(2).waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(appUrl));
  if (!frame) throw new Error("The app's frame is not there.");
  await frame.evaluate(noteShifts);
  const done: Round = { took: [], points: [], cls: 0 };
  for (const number of numbers) {
    const before = sandbox.state.calls.length;
    const row = frame.locator(`[data-testid="ticket-row"][data-number="${number}"]`);
    const shown = frame.evaluate(notePanel, { number, figures });
    await row.scrollIntoViewIfNeeded();
    await row.hover();
    await pause(AIMING);
    await page.mouse.down();
    await page.mouse.up();
    done.took.push(await shown);
    // Reading, until whatever was asked behind has come.
    await pause(figures ? 300 : SLOW + 700);
    const calls = sandbox.state.calls.slice(before).filter(({ service }) => service === "shopify");
    done.points.push(calls.reduce((sum, { points }) => sum + (points ?? 0), 0));
  }
  done.cls = (await frame.evaluate(readNotes)).worst;
  say(
    `panel: ${done.took.map(Math.round).join(" ")} ms; points ${done.points.join(" ")}; shift ${done.cls.toFixed(4)}`,
  );
  return done;
}
