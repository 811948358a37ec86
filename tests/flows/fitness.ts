// What everybody needs of a page: nothing that axe objects to, and nothing that scrolls sideways.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { frameOf, type Admin } from "./world.ts";

/** Desk, small laptop or tablet, telephone. */
const WIDTHS = [1440, 1024, 390];

/** Expects the app in its frame to fit every width, and to be clean as it now stands. */
export async function expectFitApp(agent: Admin): Promise<void> {
  expect(await objections(frameOf(agent), "body")).toEqual([]);
  await expectToFit(agent.page, () => frameOf(agent));
}

/** Expects a page of the shop to fit every width, and its main part to be clean as it now stands. */
export async function expectFitShop(page: Page): Promise<void> {
  expect(await objections(page.mainFrame(), "main")).toEqual([]);
  await expectToFit(page, () => page.mainFrame());
}

/** Expects the shop's chat to fit every width, and to be clean as it now stands. */
export async function expectFitChat(page: Page): Promise<void> {
  expect(await objections(page.mainFrame(), "samla-chat")).toEqual([]);
  await expectToFit(page, () => page.mainFrame());
}

async function expectToFit(page: Page, frame: () => Frame): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sideways(frame()), `sideways at ${width} pixels`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

type AxeRun = (part: string, options: object) => ReturnType<AxeBuilder["analyze"]>;

/** The axe that its package for playwright brings along; that package itself passes over a frame that is slow. */
const carrier = createRequire(import.meta.url).resolve("@axe-core/playwright");
const AXE = readFileSync(createRequire(carrier).resolve("axe-core/axe.min.js"), "utf8");

/** What axe objects to, a line each. */
async function objections(frame: Frame, part: string): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async (within) => {
    const { axe } = window as unknown as { axe: { run: AxeRun } };
    // What is fading in is pale only for a moment.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { violations } = await axe.run(within, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`),
    );
  }, part);
}

/** The pieces that can be scrolled sideways, besides raw mails shown as they came and the sandbox's own bar. */
const sideways = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll("html, body *:not(pre, .sandbox-bar *)")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .filter((element) => element.matches("html") || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.outerHTML.slice(0, 200)),
  );
