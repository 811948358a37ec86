// Variables in the HTML the editor makes. A variable may be cut through by bold or a link, so words are read across
// the marks inside a paragraph. Pure; the editor, the preview and the server read the same.
import { escapeHtml } from "../mail/text.ts";
import { valueOf, VARIABLE, variableOf, type Facts } from "./variables.ts";

/** The HTML with everything known filled in as text. What is not goes through `mark`, or stays as written. */
export function fillHtml(
  html: string,
  facts: Facts,
  mark: (written: string, name: string) => string = (written) => written,
): string {
  return pieces(html)
    .map((piece) => (piece.kind === "words" ? fillWords(piece, facts, mark) : piece.html))
    .join("");
}

/**
 * What looks like a variable of ours in words the agent would send, whole or half: `{{order.name}}`, `{{order.name`.
 * Other braces are the agent's own, and so is everything quoted or set as code.
 */
export function variablesLeft(html: string): string[] {
  if (!/[{}]|%7[bd]/i.test(html)) return [];
  const words = pieces(html).flatMap((piece) =>
    piece.kind === "tag" || piece.quoted
      ? []
      : [plain(piece.text), ...piece.marks.flatMap((tag) => linkIn(tag.html))],
  );
  return [...new Set(words.flatMap((text) => findLeft(text).map(({ written }) => written)))];
}

/** Where in a line of text something looks like a variable of ours. */
export function findLeft(text: string): { written: string; at: number; name: string }[] {
  return [...text.matchAll(LOOKS_LIKE_OURS)].map((match) => ({
    written: match[0],
    at: match.index,
    name: match[1] ?? match[2] ?? "",
  }));
}

/** The names in a text that no variable has: a slip of the pen in a macro. */
export const strangersIn = (html: string): string[] => [
  ...new Set(
    pieces(html).flatMap((piece) =>
      piece.kind === "tag"
        ? []
        : Array.from(plain(piece.text).matchAll(VARIABLE), ([, name]) => name ?? "").filter(
            (name) => !variableOf(name),
          ),
    ),
  ),
];

const NAME = String.raw`(?:customer|order|tracking|agent|store|ticket)\.[\w.-]{0,60}`;
const ENDS = String.raw`\s{0,9}(?:\|[^{}\n]{0,200})?`;
/** Two braces on one side are enough: the other pair may have been deleted by a slip. */
const LOOKS_LIKE_OURS = new RegExp(
  String.raw`\{\{\s{0,9}(${NAME}|(?:first_)?name(?=\s*[|}]))(?:${ENDS}\}{1,2})?|\{?(${NAME})${ENDS}\}\}`,
  "g",
);

type Piece =
  | { kind: "tag"; html: string }
  | { kind: "words"; text: string; marks: { at: number; html: string }[]; quoted: boolean; html: string };

const TOKENS = /<(?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+|</g;
const MARKS = /^<\/?(?:strong|b|em|i|u|s|a)\b/i;
const QUOTES = /^<(\/?)(?:blockquote|pre|code)\b/i;

function pieces(html: string): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  for (const token of html.match(TOKENS) ?? []) {
    const isTag = token.length > 1 && token.startsWith("<");
    const last = found.at(-1);
    if (isTag && !MARKS.test(token)) {
      const quote = QUOTES.exec(token);
      if (quote) depth = Math.max(0, depth + (quote[1] ? -1 : 1));
      found.push({ kind: "tag", html: token });
    } else {
      const words: Piece & { kind: "words" } =
        last?.kind === "words" ? last : { kind: "words", text: "", marks: [], quoted: depth > 0, html: "" };
      if (isTag) words.marks.push({ at: words.text.length, html: token });
      else words.text += token;
      words.html += token;
      if (words !== last) found.push(words);
    }
  }
  return found;
}

function fillWords(
  { text, marks }: Piece & { kind: "words" },
  facts: Facts,
  mark: (written: string, name: string) => string,
): string {
  let html = "";
  let from = 0;
  const waiting = [...marks];
  /** Everything up to there, its marks in between. */
  const copyTo = (end: number, keep: boolean) => {
    while (waiting[0] && (waiting[0].at < end || (keep && waiting[0].at === end))) {
      const { at, html: tag } = waiting.shift() ?? { at: end, html: "" };
      if (keep) html += text.slice(from, at);
      html += tag;
      from = Math.max(from, at);
    }
    if (keep) html += text.slice(from, end);
    from = end;
  };
  for (const match of text.matchAll(VARIABLE)) {
    const [written, name = "", fallback] = match;
    copyTo(match.index, true);
    const value = valueOf(name, fallback === undefined ? undefined : plain(fallback), facts);
    html +=
      value === undefined
        ? mark(written, name)
        : asHtml(value, /^(?:order|tracking)\.link$/.test(name) && !isLinked(html));
    copyTo(match.index + written.length, false);
  }
  copyTo(text.length, true);
  return html;
}

/** An address becomes a link, unless it stands in one. */
const asHtml = (value: string, isAddress: boolean): string =>
  isAddress && /^https?:\/\//.test(value)
    ? `<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>`
    : escapeHtml(value);

const isLinked = (before: string): boolean => before.lastIndexOf("<a ") > before.lastIndexOf("</a>");

const linkIn = (tag: string): string[] => {
  const href = /\bhref="([^"]*)"/.exec(tag)?.[1];
  return href ? [plain(href.replaceAll(/%7B/gi, "{").replaceAll(/%7D/gi, "}").replaceAll(/%7C/gi, "|"))] : [];
};

const plain = (html: string): string =>
  html
    .replace(/&(?:nbsp|#160);/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#123;/g, "{")
    .replace(/&#125;/g, "}")
    .replace(/&amp;/g, "&");
