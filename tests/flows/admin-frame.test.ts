// The sandbox's admin frame and App Bridge stand-in, with a small page in the place of the app: cross-site, and
// without third-party cookies.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../../sandbox/start.ts";
import { makeWorld } from "../../sandbox/world/world.ts";
import { openBrowser } from "../setup/browser.ts";

let browser: Browser;
let app: Server;
let sandbox: Sandbox;
let page: Page;
let asked: { url: string; authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  app = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const url = request.url ?? "/";
      if (!url.startsWith("/api"))
        return void response.setHeader("content-type", "text/html").end(document(url));
      asked.push({ url, authorization: request.headers.authorization, body });
      const isStale = asked.length === 1;
      response.writeHead(isStale ? 401 : 200, { "X-Shopify-Retry-Invalid-Session-Request": "1" }).end("ok");
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  browser = await openBrowser();
  sandbox = await startSandbox({
    port: 0,
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    apiKey: "key",
    apiSecret: "secret",
    postmarkToken: "postmark",
    inboundAddress: "hash@inbound.postmarkapp.com",
    inboundHook: { user: "user", password: "password" },
    world: makeWorld({ now: new Date() }),
  });
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
  app.close();
  app.closeAllConnections();
});
beforeEach(async () => {
  asked = [];
  page = await browser.newPage();
});
afterEach(() => page.close());

const document = (url: string) => `<!doctype html><title>App</title>
  <script src="${sandbox.url}/app-bridge.js" data-api-key="key"></script>
  ${url.startsWith("/bounce") ? "" : APP_BODY}`;

const APP_BODY = `
  <ui-nav-menu><a href="/app" rel="home">Samla</a><a href="/app/tickets">Inbox</a><a href="/app/team">Team</a></ui-nav-menu>
  <ui-title-bar title="Tickets">
    <button onclick="say('export')">Export</button><button variant="primary" onclick="say('new')">New ticket</button>
  </ui-title-bar>
  <ui-save-bar id="changes">
    <button variant="primary" onclick="say('saved'); shopify.saveBar.hide('changes')"></button>
    <button onclick="shopify.saveBar.hide('changes')"></button>
  </ui-save-bar>
  <ui-modal id="sure">
    <ui-title-bar title="Close it?"><button variant="primary" onclick="say('closed'); shopify.modal.hide('sure')">Close</button></ui-title-bar>
  </ui-modal>
  <h1></h1><p id="said"></p><a id="order" href="https://admin.shopify.com/store/fjallrum/orders">Orders</a>
  <script>
    const here = () => (document.querySelector("h1").textContent = location.pathname);
    const say = (word) => (document.getElementById("said").textContent += word + " ");
    addEventListener("popstate", here);
    addEventListener("shopify:navigate", ({ target }) => {
      history.pushState({}, "", target.getAttribute("href"));
      here();
    });
    here();
  </script>`;

async function openAt(path: string): Promise<Frame> {
  await page.goto(`${sandbox.url}/admin/store/fjallrum/apps/samla${path}`);
  await page.frameLocator("#app-frame").locator("h1").waitFor();
  return appFrame();
}

function appFrame(): Frame {
  const frame = page.frames().find((one) => one.url().startsWith("http://127.0.0.1"));
  if (!frame) throw new Error("The app's frame is not there.");
  return frame;
}

const place = () => new URL(page.url()).pathname.replace("/admin/store/fjallrum/apps/samla", "");
const heading = () => page.frameLocator("#app-frame").locator("h1").textContent();
const said = () => page.frameLocator("#app-frame").locator("#said").textContent();

test("the app's pages are in reach and the address follows them; requests carry fresh tokens, and the frame answers to the app", async () => {
  await expectPagesInReach();
  await expectFrameAnswers();
});

/** At every width; back, forward and reload. */
async function expectPagesInReach(): Promise<void> {
  for (const width of [390, 1024, 1440]) await expectInReachAt(width);

  // Where the app goes, the address goes.
  await openAt("/app/tickets?status=open");
  await expect.poll(() => page.url()).toMatch(/\/app\/tickets\?status=open$/);
  await page.getByRole("link", { name: "Team" }).click();
  await expect.poll(heading).toBe("/app/team");
  await expect.poll(place).toBe("/app/team");

  // And where the address goes, the app goes.
  await page.goBack();
  await expect.poll(heading).toBe("/app/tickets");
  await expect.poll(() => page.url()).toMatch(/\/app\/tickets\?status=open$/);
  await page.goForward();
  await expect.poll(place).toBe("/app/team");
  await page.reload();
  await expect.poll(heading).toBe("/app/team");
  await expect.poll(() => page.getByRole("link", { name: "Team" }).getAttribute("aria-current")).toBe("page");
}

/** Expects that nothing scrolls sideways and that the navigation leads to the app's pages. */
async function expectInReachAt(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await openAt("/app");
  const needed = await page.evaluate(() => window.document.documentElement.scrollWidth);
  expect(needed, `at ${width} pixels`).toBeLessThanOrEqual(width);
  expect(await page.locator("#app-frame").getAttribute("title"), "for screen readers").toBeTruthy();
  if (width === 390) await page.getByRole("button", { name: "Navigation" }).click();
  await page.getByRole("link", { name: "Team" }).click();
  await expect.poll(place, { message: `at ${width} pixels` }).toBe("/app/team");
}

/** Tokens, title bar, toast, modal and save bar. */
async function expectFrameAnswers(): Promise<void> {
  await expectFreshTokens();
  await expectAdminPieces();
}

/** Each request carries a fresh session token and is tried once more when refused; the bounce page brings one. */
async function expectFreshTokens(): Promise<void> {
  const frame = await openAt("/app");
  const status = await frame.evaluate(
    async () => (await fetch("/api/reply", { method: "POST", body: "hej" })).status,
  );
  expect(status).toBe(200);
  expect(asked.map(({ body }) => body)).toEqual(["hej", "hej"]);
  const [one, other] = asked.map(({ authorization }) => authorization);
  expect(one).toMatch(/^Bearer ey/);
  expect(other).not.toBe(one);

  // The bounce page has nothing but App Bridge, and comes back with a token in its address.
  const target = `${sandbox.state.config.appUrl}/bounce?shopify-reload=${encodeURIComponent("/app/after")}`;
  await page.locator("#app-frame").evaluate((element, src) => element.setAttribute("src", src), target);
  await expect.poll(heading).toBe("/app/after");
  expect(new URL(appFrame().url()).searchParams.get("id_token")).toMatch(/^ey/);
  await expect.poll(place).toBe("/app/after");
}

/** Title bar, toast, modal and save bar are the admin's, and the app can lead to the admin. */
async function expectAdminPieces(): Promise<void> {
  const frame = await openAt("/app");
  await page.getByRole("button", { name: "New ticket" }).click();
  await expect.poll(said).toBe("new ");

  await frame.evaluate(`shopify.toast.show("Reply sent", { action: "Undo", onAction: () => say("undone") })`);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect.poll(said).toBe("new undone ");

  await frame.evaluate(`shopify.modal.show("sure")`);
  await frame.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
  await expect.poll(said).toBe("new undone closed ");
  expect(await frame.getByRole("dialog").count()).toBe(0);

  // Unsaved changes hold the agent back until they are saved.
  await frame.evaluate(`shopify.saveBar.show("changes")`);
  await page.getByRole("link", { name: "Inbox" }).click();
  expect(place()).toBe("/app");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(said).toBe("new undone closed saved ");
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect.poll(place).toBe("/app/tickets");

  // A link to Shopify's admin leads to the sandbox's.
  await frame.locator("#order").click();
  await page.waitForURL(`${sandbox.url}/admin/store/fjallrum/orders`);
  expect(await page.getByRole("heading", { name: "Orders" }).count()).toBe(1);
}
