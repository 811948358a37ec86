// What the chat costs a shop in Lighthouse's eyes: the same pages with and without it, in turns, in one go.
import lighthouse from "lighthouse";
import { freePort } from "../../scripts/ports.mjs";
import { openBrowser } from "../../tests/setup/browser.ts";
import { median, print, say, spread } from "../figure.ts";
import { startSeededWorld } from "../seeded-world.ts";
import { PAGES, publish, setEmbed } from "./storefront.ts";

const ROUNDS = 15;

/** widget.lighthouse-drop: the page that loses most. */
export async function lighthouseDrop(): Promise<void> {
  const world = await startSeededWorld();
  publish(world);
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  try {
    const drops: { drop: number; said: string; spread: [number, number] }[] = [];
    for (const path of PAGES) {
      const scores = { with: [] as number[], without: [] as number[] };
      for (let round = 0; round < ROUNDS; round++)
        for (const side of round % 2 ? (["with", "without"] as const) : (["without", "with"] as const)) {
          await setEmbed(world.sandboxUrl, side === "with");
          scores[side].push(await scoreOf(world.sandboxUrl + path, port));
        }
      say(`widget: ${path} ${JSON.stringify(scores)}`);
      const drop = median(scores.without) - median(scores.with);
      const range = (of: number[]) => `${median(of)} (${spread(of).join("–")})`;
      const said = `${path.split("/")[3] || "home"} ${range(scores.without)} without, ${range(scores.with)} with`;
      drops.push({
        drop,
        said,
        spread: spread(scores.with.map((one, index) => (scores.without[index] ?? 0) - one)),
      });
    }
    const worst = drops.reduce((one, other) => (other.drop > one.drop ? other : one));
    print({
      ...{ figure: "widget.lighthouse-drop", value: worst.drop, unit: "points", n: ROUNDS },
      spread: worst.spread,
      note: drops.map(({ said }) => said).join("; "),
    });
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** The performance of a page on Lighthouse's phone, 0 to 100. */
async function scoreOf(url: string, port: number): Promise<number> {
  const run = await lighthouse(url, {
    port,
    onlyCategories: ["performance"],
    logLevel: "error",
    output: "json",
  });
  const score = run?.lhr.categories.performance?.score;
  if (typeof score !== "number")
    throw new Error(`Lighthouse says nothing of ${url}: ${run?.lhr.runtimeError?.message}`);
  return Math.round(score * 100);
}
