// What everybody needs of a page: nothing that axe objects to, and nothing that scrolls sideways.
import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { frameOf, type Admin } from "./world.ts";

/** Desk, small laptop or tablet, telephone. */
const WIDTHS = [1440, 1024, 390];

/** Expects the app in its frame to fit every width, and to be clean as it now stands. */
export async function expectFitApp(agent: Admin): Promise<void> {
  expect(await objections(agent.page, "#app-frame")).toEqual([]);
  await expectToFit(agent.page, () => frameOf(agent));
}

/** Expects a page of the shop to fit every width, and its main part to be clean as it now stands. */
export async function expectFitShop(page: Page): Promise<void> {
  expect(await objections(page, "main")).toEqual([]);
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

/** What axe objects to, a line each. */
async function objections(page: Page, part: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part).options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`),
  );
}

/** The pieces that can be scrolled sideways, besides raw mails shown as they came and the sandbox's own bar. */
const sideways = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll("html, body *:not(pre, .sandbox-bar *)")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .filter((element) => element.matches("html") || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.outerHTML.slice(0, 200)),
  );
