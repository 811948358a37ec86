// Finds the addresses in plain text that may be clicked: http, https and mailto, nothing else. Pure.

export type Piece = { text: string; href: string | null };

// Bounded everywhere: a mail is written by strangers, and an open-ended pattern takes seconds on a line made for it.
const ADDRESS =
  /https?:\/\/[^\s<>"'`«»“”]{1,2048}|(?<![^\s<>"'()[\]:;,@])[^\s<>"'()[\]:;,@]{1,64}@[^\s<>"'()[\]:;,@]{1,253}\.\p{L}{2,24}/giu;
// What ends a sentence or a quotation and not an address.
const TRAILING = /[.,;:!?*_~'")\]}]+$/u;

/** The text in order, cut where links begin and end. Joined together it is the text unchanged. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    const href = hrefOf(address);
    if (!href) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

function withoutTrailing(address: string): string {
  const cut = address.replace(TRAILING, "");
  // "…/Foo_(bar)" keeps its bracket: it was opened inside.
  const closes = address.charAt(cut.length) === ")" && cut.split("(").length > cut.split(")").length;
  return closes ? `${cut})` : cut;
}

function hrefOf(address: string): string | null {
  if (!/^https?:/i.test(address)) return `mailto:${address}`;
  return URL.canParse(address) ? address : null;
}
