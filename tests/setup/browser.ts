import { join } from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

/**
 * Opens a headless Chromium as a careful person's browser: web security on (the flags that
 * @sparticuz/chromium proposes switch the same-origin policy off; none is used), third-party cookies
 * blocked in every page, and a user agent that does not look like a robot's. The caller closes it.
 */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    headless: true,
    // Chromium has no sandbox for root, and little shared memory in a container.
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage", ...more],
    env: environment(),
  });
  const openContext = browser.newContext.bind(browser);
  browser.newContext = async (options) =>
    blockingThirdPartyCookies(await openContext({ userAgent: userAgentOf(browser), ...options }));
  browser.newPage = (options) => pageOfItsOwn(browser, options);
  return browser;
}

function blockingThirdPartyCookies(context: BrowserContext): BrowserContext {
  const openPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await openPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCookieControls", { enableThirdPartyCookieRestriction: true });
    return page;
  };
  return context;
}

async function pageOfItsOwn(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  // The browser may have closed both already.
  page.once("close", () => void context.close().catch(() => undefined));
  return page;
}

const userAgentOf = (browser: Browser) =>
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) " +
  `Chrome/${browser.version().split(".")[0]}.0.0.0 Safari/537.36`;

function environment(): Record<string, string> {
  const home = process.env.CHROMIUM_HOME;
  const own = home
    ? { LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_PATH: join(home, "fonts") }
    : {};
  const entries = Object.entries({ ...process.env, ...own });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
