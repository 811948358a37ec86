import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser } from "../setup/browser.ts";

// The other flows prove nothing about CORS, frames or XSS unless the browser keeps origins apart.
let browser: Browser;
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader("content-type", "text/html").end("secret åäö"));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test("the browser keeps sites apart: what they say, their frames and their cookies", async () => {
  const page = await browser.newPage();
  const own = `http://localhost:${port}/`;
  const other = `http://127.0.0.1:${port}/`;

  // On its own page the other site has a cookie.
  await page.goto(other);
  await page.evaluate(() => (document.cookie = "seen=1; SameSite=None; Secure"));
  expect(await page.evaluate(() => document.cookie)).toBe("seen=1");

  // A page is shown and may read itself, and nothing of another origin.
  await page.goto(own);
  expect(await page.evaluate(read, own)).toContain("secret");
  await expect(page.evaluate(read, other)).rejects.toThrow("Failed to fetch");

  // It does not see into a frame of another site.
  expect(await page.evaluate(peekIntoFrame, other)).toBe("closed");

  // And in that frame the other site is without its cookie.
  const frame = await page.waitForSelector("iframe").then((handle) => handle.contentFrame());
  await frame?.waitForURL(other);
  expect(await frame?.evaluate(() => document.cookie)).toBe("");
});

// Both run in the page.

const read = (url: string): Promise<string> => fetch(url).then((answer) => answer.text());

async function peekIntoFrame(url: string): Promise<string> {
  const frame = document.createElement("iframe");
  frame.src = url;
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  return frame.contentDocument?.body.textContent ?? "closed";
}
