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

test("the browser shows a page of the same origin, and lets it read itself", async () => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  expect(await page.evaluate(() => fetch("/").then((answer) => answer.text()))).toContain("secret");
});

test("the browser refuses a read from another origin", async () => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const read = page.evaluate(
    (url) => fetch(url).then((answer) => answer.text()),
    `http://127.0.0.1:${port}/`,
  );
  await expect(read).rejects.toThrow("Failed to fetch");
});

test("the browser does not let a page into a frame of another site", async () => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const peeked = await page.evaluate(async (url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    await new Promise((resolve) => {
      frame.onload = resolve;
      document.body.append(frame);
    });
    return frame.contentDocument?.body.textContent ?? "closed";
  }, `http://127.0.0.1:${port}/`);
  expect(peeked).toBe("closed");
});

test("the browser keeps a frame of another site without cookies", async () => {
  const page = await browser.newPage();
  const other = `http://127.0.0.1:${port}/`;
  await page.goto(other);
  await page.evaluate(() => (document.cookie = "seen=1; SameSite=None; Secure"));
  expect(await page.evaluate(() => document.cookie)).toBe("seen=1");
  await page.goto(`http://localhost:${port}/`);
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.body.append(frame);
  }, other);
  const frame = await page.waitForSelector("iframe").then((handle) => handle.contentFrame());
  await frame?.waitForURL(other);
  expect(await frame?.evaluate(() => document.cookie)).toBe("");
});
