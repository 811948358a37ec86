// Addresses in what people write become links, nothing else does.
import { h, type Part } from "./dom.ts";

/** Text cut at its addresses: plain parts and links in turns. Pure. */
export function addressesIn(text: string): { text: string; href?: string }[] {
  const parts: { text: string; href?: string }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/\b(?:https?:[/]{2}|www\.)[^\s<>"'`]+/gi)) {
    const shown = found.replace(/[.,:;!?)\]}…]+$/, (end) =>
      end[0] === ")" && found.includes("(") ? ")" : "",
    );
    const href = hrefOf(shown);
    if (!href) continue;
    parts.push({ text: text.slice(from, index) }, { text: shown, href });
    from = index + shown.length;
  }
  parts.push({ text: text.slice(from) });
  return parts.filter((part) => part.text);
}

function hrefOf(shown: string): string | null {
  try {
    const url = new URL(/^www\./i.test(shown) ? `https://${shown}` : shown);
    return /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? url.href : null;
  } catch {
    return null;
  }
}

/** The same as nodes. */
export const linked = (text: string): Part[] =>
  addressesIn(text).map(({ text: shown, href }) => (href ? outside(href, shown) : shown));

/** A link that opens outside the shop's page and tells nobody where from. */
export const outside = (href: string, ...parts: Part[]): HTMLAnchorElement =>
  h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, ...parts);
