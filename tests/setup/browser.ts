import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

/**
 * Opens a headless Chromium with web security on: the flags that @sparticuz/chromium proposes
 * switch the same-origin policy off, and none of them is used. The caller closes it.
 */
export function openBrowser(): Promise<Browser> {
  const home = process.env.CHROMIUM_HOME;
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    headless: true,
    // Chromium has no sandbox for root, and little shared memory in a container.
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-dev-shm-usage",
      "--test-third-party-cookie-phaseout",
    ],
    env: home
      ? {
          ...environment(),
          LD_LIBRARY_PATH: join(home, "al2023", "lib"),
          FONTCONFIG_PATH: join(home, "fonts"),
        }
      : environment(),
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
