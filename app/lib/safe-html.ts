// HTML from outside as text, and HTML that nobody can have meant.
import { convert } from "html-to-text";

/** What an HTML mail says, as plain text. Images become nothing, links keep their words. */
export const htmlToText = (html: string): string =>
  isTangled(html)
    ? withoutTags(html)
    : convert(html, {
        wordwrap: false,
        limits: { maxInputLength: 2_000_000, maxDepth: 100, maxChildNodes: 20_000 },
        selectors: [
          { selector: "img", format: "skip" },
          { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
          ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
            selector,
            options: { uppercase: false },
          })),
          { selector: "table", format: "block" },
        ],
      }).trim();

const MOST_TAGS = 20_000;
const DEEPEST = 300;

/** Tags that have no end, or whose end may be left out. */
const ENDLESS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr|option|html|body|head)$/;

/**
 * HTML no mail program writes: parsers take quadratic time over tags nested thousands deep, and anybody can send
 * such a mail. Read in one pass without a parser.
 */
export function isTangled(html: string): boolean {
  // Also those that begin no tag: parsers look at each.
  if (html.split("<", MOST_TAGS + 2).length > MOST_TAGS + 1) return true;
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (!ENDLESS.test(name.toLowerCase())) depth += end ? -1 : 1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/[ \t]+/g, " ")
    .trim();

/** What is left of a tangle, as HTML without any tag. */
export const tagless = (html: string): string =>
  withoutTags(html).replaceAll("<", "&lt;").replaceAll(">", "&gt;");
