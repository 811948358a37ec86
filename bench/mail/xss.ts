// Hostile HTML, cleaned and framed as a ticket page does it, opened in a real browser that watches what it does.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import PostalMime from "postal-mime";
import { mailHtml } from "../../app/lib/mail-html.ts";
import { MAIL_SANDBOX, mailDocument } from "../../app/ui/mail-frame/mail-document.ts";
import { openBrowser } from "../../tests/setup/browser.ts";
import { print, say } from "../figure.ts";
import type { Entry } from "./entries.ts";
import { expectedTexts } from "./xss/expected.ts";
import { inspect, type Seen } from "./xss/inspect.ts";
import { watch } from "./xss/watch.ts";

const AT_ONCE = 60;

/** mail.xss.safe and mail.xss.text-kept. */
export async function xss(entries: Entry[]): Promise<void> {
  const mails = await Promise.all(entries.map(async (entry) => ({ entry, raw: await htmlOf(entry) })));
  const browser = await openBrowser();
  const pages = await startPages();
  const judged: { entry: Entry; faults: string[]; kept: boolean | null }[] = [];
  for (let from = 0; from < mails.length; from += AT_ONCE) {
    const batch = mails.slice(from, from + AT_ONCE);
    const shown = await show(
      browser,
      pages,
      batch.map(({ raw }) => raw),
    );
    for (const [index, { entry, raw }] of batch.entries()) {
      const { faults, text } = shown[index] ?? { faults: ["was not shown"], text: "" };
      judged.push({ entry, faults, kept: await isKept(browser, entry, raw, text) });
    }
  }
  await browser.close();
  pages.close();

  const unsafe = judged.filter(({ faults }) => faults.length);
  for (const { entry, faults } of unsafe) say(`mail.xss.safe ${entry.id}: ${faults.join("; ")}`);
  const withText = judged.filter(({ kept }) => kept !== null);
  const lost = withText.filter(({ kept }) => !kept);
  for (const { entry } of lost) say(`mail.xss.text-kept ${entry.id}`);
  const n = judged.length;
  print({ figure: "mail.xss.safe", value: (n - unsafe.length) / n, unit: "of mails", n });
  if (!withText.length) return;
  const kept = (withText.length - lost.length) / withText.length;
  print({ figure: "mail.xss.text-kept", value: kept, unit: "of mails with text", n: withText.length });
}

async function htmlOf(entry: Entry): Promise<string> {
  if (entry.input !== "eml") return entry.bytes().toString("utf8");
  return (await PostalMime.parse(entry.bytes())).html ?? "";
}

/** Every mail of a batch in a frame of its own on one page, nothing of it asked for. */
async function show(browser: Browser, pages: Pages, raws: string[]): Promise<Seen[]> {
  const frames = raws.map((raw) => {
    const html = mailDocument(mailHtml(raw), {
      nonce: randomUUID(),
      origin: pages.origin,
      pictureAt: () => null,
      whole: true,
      me: "",
      lang: "en",
      unfold: "Show",
    });
    return `<iframe sandbox="${MAIL_SANDBOX}" srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
  });
  const address = pages.put(`<!doctype html><title>mails</title>${frames.join("\n")}`);
  const page = await browser.newPage();
  const faultsOf = await watch(page, address);
  await page.goto(address, { waitUntil: "load" });
  const seen: Seen[] = [];
  for (const element of await page.$$("iframe")) {
    const frame = await element.contentFrame();
    if (!frame) continue;
    const { faults, text } = await frame.evaluate(inspect).catch(() => LOST);
    seen.push({ text, faults: [...faults, ...faultsOf(frame)] });
  }
  const outside = faultsOf(page.mainFrame());
  await page.close();
  return seen.map(({ text, faults }) => ({ text, faults: [...faults, ...outside] }));
}

const LOST: Seen = { faults: ["its document is gone"], text: "" };

/** null when nothing is expected of its text. */
async function isKept(browser: Browser, entry: Entry, raw: string, text: string): Promise<boolean | null> {
  const alternatives = await expectedTexts(browser, entry, raw);
  if (!alternatives.length) return null;
  const shown = text.replace(/\s+/g, "");
  return alternatives.some((words) => words.every((word) => shown.includes(word)));
}

interface Pages {
  origin: string;
  /** the address where this page is now */
  put(html: string): string;
  close(): void;
}

/** An origin for the pages, which serves nothing else. */
async function startPages(): Promise<Pages> {
  let html = "";
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/mails" ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
    response.end(request.url === "/mails" ? html : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put: (next) => {
      html = next;
      return `${origin}/mails`;
    },
    close: () => void server.close(),
  };
}
