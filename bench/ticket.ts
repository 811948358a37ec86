// A ticket as its reader meets it: from the click to its words, and every letter of an answer, in a real Chromium
// whose processor is four times slower.
import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";
import { openBrowser } from "../tests/setup/browser.ts";
import { query } from "./databases.ts";
import { median, percentile, print, say } from "./figure.ts";
import { noteKeys, noteOpening, noteShifts, readNotes } from "./ticket/notes.ts";
import { startSeededWorld } from "./seeded-world.ts";

const SLOWER = 4;
const TICKETS = 20;
const ROUNDS = 2;
const MESSAGES = 200;
const KEYS = 120;
/** How long a pointer rests on a row before it is pressed; people take longer. */
const AIMING = 120;

/** ticket.open-p95-ms, ticket.typing-p95-ms and ticket.cls. */
export async function ticket(): Promise<void> {
  const world = await startSeededWorld(makeLong);
  const { appUrl, sandboxUrl } = world;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "sv-SE" });
    page.setDefaultTimeout(120_000);
    const alive = page.waitForResponse(
      (answer) => /\/app\/live$/.test(new URL(answer.url()).pathname) && answer.ok(),
    );
    await page.goto(
      `${sandboxUrl}/admin/store/fjallrum/apps/samla/app/tickets?view=all&staff=kajsa@fjallrum.example`,
    );
    await alive;
    await measure(page, appUrl);
  } finally {
    await browser.close();
    await world.stop();
  }
}

async function measure(page: Page, appUrl: string): Promise<void> {
  const frame = page.frames().find((one) => one.url().startsWith(appUrl));
  if (!frame) throw new Error("The app's frame is not there.");
  await frame.getByTestId("ticket-row").nth(1).waitFor();
  // Without site isolation the frame shares its page's process, and is slowed down with it.
  const devtools = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page));
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  say(
    `ticket: Chromium ${page.context().browser()?.version() ?? ""}, the app's frame slowed down ${SLOWER} times; ` +
      `${TICKETS} tickets of ${MESSAGES} messages, each opened ${ROUNDS} times by a pointer that rests ${AIMING} ms ` +
      `on its row first; from the click's own time to the frame that shows the ticket's number and its messages`,
  );
  await frame.evaluate(noteShifts);
  const took = await openAll(page, frame);
  await openWhole(frame);
  const keys = await type(page, frame);
  const { shifts, worst, shiftsByInput } = await frame.evaluate(readNotes);
  say(
    `ticket: opening ${took.map(Math.round).join(" ")} ms; shifts right after a press: ${shiftsByInput.toFixed(4)}`,
  );
  const machine = `${SLOWER}× slower processor`;
  print({
    figure: "ticket.open-p95-ms",
    value: percentile(took, 0.95),
    unit: "ms",
    n: took.length,
    note: `${machine}; median ${median(took).toFixed(0)} ms, the first time ${median(took.slice(0, TICKETS)).toFixed(0)} ms`,
  });
  print({
    figure: "ticket.typing-p95-ms",
    value: percentile(keys, 0.95),
    unit: "ms",
    n: keys.length,
    note: `${machine}; from the key's own time to after the next frame, ${MESSAGES} messages open; median ${median(keys).toFixed(0)} ms`,
  });
  print({
    figure: "ticket.cls",
    value: worst,
    unit: "layout shift",
    n: took.length,
    note: `the worst stretch of five seconds; all of it ${shifts.toFixed(3)}`,
  });
}

async function openAll(page: Page, frame: Frame): Promise<number[]> {
  const took: number[] = [];
  const rows = frame.getByTestId("ticket-row");
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < TICKETS; index++) {
      const row = rows.nth(index);
      await row.scrollIntoViewIfNeeded();
      const number = (await row.getAttribute("data-number")) ?? "";
      const opened = frame.evaluate(noteOpening, number);
      await row.hover();
      await pause(AIMING);
      await page.mouse.down();
      await page.mouse.up();
      took.push(await opened);
      // Reading, and the refresh behind it.
      await pause(700);
    }
  }
  return took;
}

/** Unfolds the open ticket and fetches all of its older messages. */
async function openWhole(frame: Frame): Promise<void> {
  await frame.getByTestId("fold").getByRole("button").click();
  while (await frame.getByTestId("older").count()) {
    const before = await frame.getByTestId("message").count();
    await frame.getByTestId("older").getByRole("button").click();
    while ((await frame.getByTestId("message").count()) === before) await pause(50);
  }
  const count = await frame.getByTestId("message").count();
  if (count < MESSAGES) throw new Error(`Only ${count} messages are open.`);
}

async function type(page: Page, frame: Frame): Promise<number[]> {
  const field = frame.getByTestId("composer").getByRole("textbox").last();
  await field.click();
  await pause(500);
  await frame.evaluate(noteKeys);
  const words = "Hej och tack, vi ser genast efter var paketet har blivit av. ";
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(
      words[key % words.length] === " " ? "Space" : (words[key % words.length] ?? "a"),
    );
    await pause(40);
  }
  await pause(300);
  return (await frame.evaluate(readNotes)).keys;
}

/** Gives the workspace's latest tickets so many messages, before those they have. */
async function makeLong(database: string): Promise<void> {
  await query(
    database,
    `INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, text, delivery, "fromName", "fromAddress", "createdAt")
     SELECT t."workspaceId", gen_random_uuid(), t.id, CASE n % 3 WHEN 0 THEN 'outbound' ELSE 'inbound' END, 'email',
       repeat('Hej! Jackan kom i går men är för stor, kan jag byta den mot en mindre? ', 1 + n % 7),
       CASE n % 3 WHEN 0 THEN 'delivered' END, CASE n % 3 WHEN 0 THEN NULL ELSE 'Ebba Lindqvist' END, NULL,
       t."createdAt" - n * interval '5 hours'
     FROM (
       SELECT t.* FROM "Ticket" t JOIN "ShopDomain" d ON d."workspaceId" = t."workspaceId"
       WHERE d.domain = 'fjallrum.myshopify.com' AND t."mergedIntoId" IS NULL
       ORDER BY t."lastMessageAt" DESC LIMIT 60
     ) t, generate_series(1, ${MESSAGES}) n`,
  );
}
