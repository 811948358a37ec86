// The history in an HTML mail, set apart so that a page can fold it. Pure.
import { render } from "dom-serializer";
import { Element, isTag, type ChildNode, type Document, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { historyIn, type Span } from "./history.ts";
import { htmlLines, type HtmlLine } from "./html-lines.ts";
import { isBlank, MOST_LINES } from "./line.ts";
import { signatureStart } from "./signature.ts";
import { splitBefore } from "./split.ts";

/**
 * The same HTML with quoted history (and a signature above it) inside `<div data-quoted>`; as it came when there is
 * none, when nothing else would be left to see, and when they wrote inside it. Takes sanitized HTML.
 */
export function foldQuoted(html: string): string {
  const document = parse(html);
  return document && fold(document) ? render(document, { encodeEntities: "utf8" }) : html;
}

/**
 * The HTML without what `foldQuoted` folds, for reading as text; null when it folds nothing. A blockquote that is
 * left there is a paragraph its writer indented.
 */
export function withoutQuoted(html: string): string | null {
  const document = parse(html);
  if (!document || !fold(document)) return null;
  const root = bodyOf(document);
  root.children = root.children.filter((node) => !(isTag(node) && FOLDED in node.attribs));
  for (const quote of elementsIn(root)) if (quote.name === "blockquote") quote.name = "div";
  return render(document, { encodeEntities: "utf8" });
}

const FOLDED = "data-quoted";
const DEEPEST = 200;
const MOST_TAGS = 40_000;

function fold(document: Document): boolean {
  const root = bodyOf(document);
  const lines = htmlLines(root);
  if (lines.length > MOST_LINES) return false;
  const spans = withSignature(lines, historyIn(lines));
  if (!spans.length) return false;
  // From the end, so that the places of earlier lines stay what they are.
  for (const { from, to } of spans.reverse()) {
    const after = lines[to] && splitBefore(root, lines[to].begins);
    const start = lines[from] && splitBefore(root, lines[from].begins);
    if (start) wrap(root, start, after ?? null);
  }
  return true;
}

/** The spans to fold, from the top; a signature above the history, and empty lines there, fold with it. */
function withSignature(lines: readonly HtmlLine[], history: Span[]): Span[] {
  const [first, ...rest] = history;
  const above = first?.from ?? lines.length;
  let from = signatureStart(lines.slice(0, above));
  if (!lines.slice(from, first?.to).some((line) => !isBlank(line))) return [];
  while (from > 0 && isBlank(lines[from - 1])) from -= 1;
  return [{ from, to: first?.to ?? lines.length }, ...rest];
}

/** Puts the root's children from `start` up to `after` into a division of their own. */
function wrap(root: ParentNode, start: ChildNode, after: ChildNode | null): void {
  const from = root.children.indexOf(start);
  const to = after ? root.children.indexOf(after) : root.children.length;
  const inside = root.children.slice(from, to);
  const division = new Element("div", { [FOLDED]: "" }, inside);
  division.parent = root;
  for (const child of inside) child.parent = division;
  root.children.splice(from, to - from, division);
}

/** The document; null when it is larger or deeper than any mail program writes. */
function parse(html: string): Document | null {
  if (html.split("<", MOST_TAGS + 1).length > MOST_TAGS) return null;
  const document = parseDocument(html);
  let level: ChildNode[] = document.children;
  for (let depth = 0; level.length; depth++) {
    if (depth > DEEPEST) return null;
    level = level.flatMap((node) => (isTag(node) ? node.children : []));
  }
  return document;
}

const elementsIn = (parent: ParentNode): Element[] =>
  parent.children.filter(isTag).flatMap((element) => [element, ...elementsIn(element)]);

/** The page's body, or the document when it is a piece of HTML. */
function bodyOf(document: Document): ParentNode {
  const page = document.children.find((node) => isTag(node) && node.name === "html");
  const within = page && isTag(page) ? page : document;
  const body = within.children.find((node) => isTag(node) && node.name === "body");
  return body && isTag(body) ? body : within;
}
