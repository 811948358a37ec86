// Whether a mail's HTML says anything that its text does not: most people's mails are text that a mail program
// wrapped in tags, and those read better as text. Pure.
import { visiblePictures } from "./mail-document.ts";

/** True for pictures, tables, lists, emphasis, colleagues named and links behind words, outside what is folded. */
export function saysMore(html: string): boolean {
  const said = unfolded(html).replace(EMPTY, "");
  return FORMAT.test(said) || visiblePictures(said).length > 0 || [...said.matchAll(LINK)].some(hidesAddress);
}

const FORMAT =
  /<(?:table|ul|ol|h[1-6]|b|strong|i|em|u|s|strike|mark|pre|code|blockquote|hr|span data-mention)\b/i;
const EMPTY = /<(b|strong|i|em|u|s)\b[^<>]*>(?:\s|&nbsp;)*<\/\1>/gi;
const LINK = /<a\b[^<>]*\shref="([^"]*)"[^<>]*>([^<]{0,2000})/gi;

function hidesAddress([, href = "", words = ""]: RegExpMatchArray): boolean {
  const bare = (text: string) => text.replace(/^\s*(?:https?:\/\/|mailto:|tel:)|\/?\s*$/gi, "").toLowerCase();
  return bare(words) !== "" && bare(words) !== bare(href);
}

/** The HTML without its folded parts. */
function unfolded(html: string): string {
  let kept = "";
  let from = 0;
  let depth = 0;
  for (const { 0: tag, index } of html.matchAll(/<\/?div\b[^<>]*>/gi)) {
    const opens = !tag.startsWith("</");
    if (depth) {
      depth += opens ? 1 : -1;
      if (!depth) from = index + tag.length;
    } else if (opens && /\sdata-quoted[\s=>]/i.test(tag)) {
      kept += html.slice(from, index);
      depth = 1;
    }
  }
  return depth ? kept : kept + html.slice(from);
}
