// For flows: the outside world, the app as a process of its own on a seeded database, and people with browsers.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach } from "vitest";
import { startService } from "../../scripts/child.mjs";
import { connect } from "../../scripts/database.mjs";
import { untilAnswers } from "../../scripts/health.mjs";
import { inRepo } from "../../scripts/paths.mjs";
import { freePort } from "../../scripts/ports.mjs";
import type { Twist } from "../../sandbox/storefront/shopper.ts";
import { startSandbox, type Sandbox } from "../../sandbox/start.ts";
import type { SentMail } from "../../sandbox/mail/store.ts";
import type { Shop } from "../../sandbox/world/types.ts";
import { makeWorld } from "../../sandbox/world/world.ts";
import { openBrowser } from "../setup/browser.ts";
import { seededDatabase } from "../setup/database.ts";

export interface World {
  sandbox: Sandbox;
  /** Runs one statement against the app's database, for what no person can do. */
  sql(statement: string): Promise<void>;
  shop(handle: string): Shop;
  /** Opens Shopify's admin with the app at `path`, in a browser of this staff member's own. */
  admin(who: { shop?: string; staff: string; path?: string; width?: number }): Promise<Admin>;
  /** Opens a shop's contact page, in a browser of this shopper's own. */
  shopper(who?: ShopperWish): Promise<Page>;
  /** Opens a mailbox, in a browser of its owner's own. */
  mailbox(email: string): Promise<Page>;
  /** Works the sandbox's remote control. */
  control(path: string, body: unknown): Promise<unknown>;
  /** What has been sent to an address, oldest first. */
  mailTo(email: string): SentMail[];
}

export interface Admin {
  /** the whole browser page: Shopify's part, toasts, navigation */
  page: Page;
  /** the app in its frame */
  app: FrameLocator;
}

export interface ShopperWish {
  shop?: string;
  /** e-mail address of the signed-in customer */
  customer?: string;
  language?: string;
  scripts?: boolean;
  /** what is different about the shop's pages (sandbox/storefront/shopper.ts) */
  twists?: Twist[];
  width?: number;
}

/** Staff of the seeded world, with their Shopify language. */
export const STAFF = {
  owner: "kajsa@fjallrum.example",
  norwegian: "henrik@kystull.example",
  manager: "matilda@fjallrum.example",
  english: "elliot@fjallrum.example",
  withoutRole: "tuva@fjallrum.example",
};

/** Starts a world for this test file; it ends with the file. */
export async function openWorld(): Promise<World> {
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const scopes = /^scopes\s*=\s*"([^"]*)"/m.exec(readFileSync(inRepo("shopify.app.toml"), "utf8"))?.[1] ?? "";
  const sandbox = await startSandbox({
    port: 0,
    appUrl,
    apiKey: process.env.SHOPIFY_API_KEY ?? "",
    apiSecret: process.env.SHOPIFY_API_SECRET ?? "",
    postmarkToken: process.env.POSTMARK_SERVER_TOKEN ?? "",
    inboundAddress: process.env.POSTMARK_INBOUND_ADDRESS ?? "",
    inboundHook: {
      user: process.env.POSTMARK_WEBHOOK_USER ?? "",
      password: process.env.POSTMARK_WEBHOOK_PASSWORD ?? "",
    },
    world: makeWorld({ now: new Date() }),
    scopes: `${scopes},read_all_orders`,
  });
  sandbox.state.mail.deliverAfterMs = 200;
  const browserComes = openBrowser();
  const databaseUrl = await seededDatabase();
  const log = join(tmpdir(), `samla-flow-app-${port}.log`);
  const app = startService("app", ["--import", "./sandbox/preload.mjs", "server.ts"], {
    log,
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "info",
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SCOPES: scopes,
      SHOPIFY_APP_URL: appUrl,
      POSTMARK_API_URL: `${sandbox.url}/postmark`,
      SANDBOX_ORIGIN: sandbox.url,
      APP_BRIDGE_URL: `${sandbox.url}/app-bridge.js`,
      SANDBOX_URL: sandbox.url,
    },
  });
  const browser = await browserComes;
  afterAll(async () => {
    await browser.close();
    await Promise.all([app.stop(), sandbox.close()]);
    if (failed) console.error(`What the app said: ${log}`);
    else rmSync(log, { force: true });
  });
  let failed = false;
  afterEach(async ({ task }) => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    if (task.result?.state === "fail") {
      failed = true;
      await keepPictures(task.name, pages);
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
    sandbox.state.failures.length = 0;
  });
  await untilAnswers(`${appUrl}/health`, app);
  return worldOf(sandbox, browser, (statement) => runSql(databaseUrl, statement));
}

function worldOf(sandbox: Sandbox, browser: Browser, sql: World["sql"]): World {
  const { state, url } = sandbox;
  const shop = (handle: string) => {
    const found = state.world.shops.find(({ domain }) => domain === `${handle}.myshopify.com`);
    if (!found) throw new Error(`There is no shop ${handle}.`);
    return found;
  };
  const open = async (width = 1440): Promise<BrowserContext> => {
    const context = await browser.newContext({ locale: "sv-SE", viewport: { width, height: 900 } });
    context.setDefaultTimeout(20_000);
    return context;
  };
  return {
    sandbox,
    sql,
    shop,
    mailTo: (email) => state.mail.sent.filter(({ to }) => to.some((one) => one.email === email)),

    async admin({ shop: handle = "fjallrum", staff, path = "/app/tickets", width }) {
      const page = await (await open(width)).newPage();
      const address = new URL(`${url}/admin/store/${handle}/apps/samla${path}`);
      address.searchParams.set("staff", staff);
      const alive = page.waitForResponse((answer) => /\/app\/live$/.test(answer.url()) && answer.ok());
      const refused = page.frameLocator("#app-frame").getByTestId("no-access").waitFor();
      await page.goto(address.href);
      await Promise.any([alive, refused]);
      return { page, app: page.frameLocator("#app-frame") };
    },

    async shopper({
      shop: handle = "fjallrum",
      customer,
      language,
      scripts = true,
      twists = [],
      width,
    } = {}) {
      const page = await (await open(width)).newPage();
      const root = `${url}/storefront/${handle}`;
      const choose = (what: string, form: Record<string, string>) =>
        page.request.post(`${root}/_sandbox/${what}`, { form, maxRedirects: 0 });
      if (customer) {
        const id = shop(handle).customers.find(({ email }) => email === customer)?.id ?? "nobody";
        await choose("shopper", { customer: id });
      }
      if (language) await choose("language", { language });
      if (!scripts) await choose("scripts", { scripts: "off" });
      for (const twist of twists) await choose("page", { twist });
      await page.clock.install();
      await page.goto(`${root}/pages/contact`);
      // Whoever sends a form within two seconds is taken for a robot.
      await page.clock.fastForward(20_000);
      return page;
    },

    async mailbox(email) {
      const page = await (await open()).newPage();
      await page.goto(`${url}/mail/${encodeURIComponent(email)}`);
      return page;
    },

    async control(path, body) {
      const answer = await fetch(`${url}/control${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
}

/** Where in the app an agent is: "/app/tickets/…". */
export const pathOf = ({ page }: Admin): string => new URL(page.url()).pathname.split("/apps/samla")[1] ?? "";

/** The app's frame itself, to run script in it. */
export function frameOf({ page }: Admin): Frame {
  const frame = page.frames().find((one) => one.url().startsWith("http://127.0.0.1"));
  if (!frame) throw new Error("The app's frame is not there.");
  return frame;
}

async function runSql(databaseUrl: string, statement: string): Promise<void> {
  const client = await connect(databaseUrl);
  await client.query(statement).finally(() => client.end());
}

/** A failed flow leaves what everybody saw in the temporary folder, and says where. */
async function keepPictures(test: string, pages: Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const name = `samla-flow-${test.replace(/[^a-zåäö0-9]+/gi, "-").slice(0, 60)}-${index + 1}.png`;
    const path = join(tmpdir(), name);
    await page.screenshot({ path }).then(
      () => console.error(`What was seen at ${page.url()}: ${path}`),
      () => undefined,
    );
  }
}
