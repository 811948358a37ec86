// The harmless text of a hostile mail: what stands both in the mail as a browser reads it and in what the project
// the mail comes from makes of it. Scripts' and styles' insides are no text.
import type { Browser, Page } from "playwright-core";
import type { Entry } from "../entries.ts";

/** Alternatives of texts without their spaces, each to be found in what is shown; none when nothing is expected. */
export async function expectedTexts(browser: Browser, entry: Entry, raw: string): Promise<string[][]> {
  const {
    project_output: one,
    project_outputs: several,
    text_only: text,
    visible_text: visible,
  } = entry.expected;
  const outputs = [one, several, text, visible].flatMap(stringsIn);
  if (!outputs.length) return [];
  const page = await readingPage(browser);
  const [own, ...theirs] = await page.evaluate(textsOf, [raw, ...outputs]);
  const inMail = own?.join("") ?? "";
  const alternatives = theirs.map((texts) => texts.filter((found) => inMail.includes(found)));
  return alternatives.some((texts) => texts.length) ? alternatives.filter((texts) => texts.length) : [];
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === "object" && value !== null && !Object.keys(value).some((key) => key.startsWith("$"))
    ? Object.values(value).flatMap(stringsIn)
    : [];
};

const pages = new WeakMap<Browser, Promise<Page>>();

function readingPage(browser: Browser): Promise<Page> {
  const page = pages.get(browser) ?? browser.newPage();
  pages.set(browser, page);
  return page;
}

/** Runs in the browser: the texts of HTML that is parsed but never shown. */
function textsOf(htmls: string[]): string[][] {
  const none = "script,style,template,title,textarea,iframe,noembed,noframes,xmp,svg,math,option,object";
  return htmls.map((html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const element of body.querySelectorAll(none)) element.remove();
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push((walker.currentNode.textContent ?? "").replace(/\s+/g, ""));
    return texts.filter(Boolean);
  });
}
