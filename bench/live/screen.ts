// One of the open pages in a real browser: when its list shows what.
import type { Frame } from "playwright-core";
import { openBrowser } from "../../tests/setup/browser.ts";

export interface Screen {
  /** when a row's words were first on the screen, by clock() */
  shown(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

/** Opens the inbox; resolves when its list stands and its stream is open. */
export async function openScreen(sandboxUrl: string, appUrl: string): Promise<Screen> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "sv-SE" });
  page.setDefaultTimeout(120_000);
  const alive = page.waitForResponse(
    (answer) => new URL(answer.url()).pathname === "/app/live" && answer.ok(),
  );
  await page.goto(
    `${sandboxUrl}/admin/store/fjallrum/apps/samla/app/tickets?view=all&staff=kajsa@fjallrum.example`,
  );
  await alive;
  const frame = page.frames().find((one) => one.url().startsWith(appUrl));
  if (!frame) throw new Error("The app's frame is not there.");
  await frame.getByTestId("ticket-row").nth(1).waitFor();
  await frame.evaluate(noteRows);
  return { shown: () => readRows(frame), close: () => browser.close() };
}

/** Runs in the page, and stands alone. */
function noteRows(): void {
  const shown = new Map<string, number>();
  Object.assign(window, { shown });
  const look = () => {
    // On a slow machine several come together.
    const rows = [...document.querySelectorAll('[data-testid="ticket-row"]')].slice(0, 20);
    const words = rows.flatMap((row) => /news \d+ end/.exec(row.textContent ?? "")?.[0] ?? []);
    const fresh = words.filter((one) => !shown.has(one));
    for (const one of fresh) shown.set(one, Infinity);
    // After this frame is on the screen.
    if (fresh.length)
      requestAnimationFrame(() =>
        setTimeout(() => {
          for (const one of fresh) shown.set(one, performance.timeOrigin + performance.now());
        }),
      );
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function readRows(frame: Frame): Promise<Map<string, number>> {
  return new Map(
    await frame.evaluate(() => [...(window as unknown as { shown: Map<string, number> }).shown]),
  );
}
