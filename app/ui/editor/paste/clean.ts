// What is pasted from Word, Outlook, Google Docs or a page, as the structure it has: paragraphs, lists, quotes, links,
// bold and italic. No fonts, colours, styles, comments or tracked deletions. Pure.
import { isAllowedHref } from "../href.ts";
import { element, parse, serialise, textOf, type Element, type Node } from "./tree.ts";
import { withLists } from "./word-lists.ts";

/** HTML from the clipboard, as it goes into the editor. */
export const cleanPaste = (html: string): string =>
  serialise(asBlankLines(withLists(parse(html).children).flatMap((node) => clean(node, NOTHING))));

/** Element names that go with all they contain; names with a colon are Office's own. */
const DROPPED =
  /^(?:head|style|script|title|meta|link|xml|comment|del|noscript|template|svg|math|iframe|object|button|input|select|textarea)$|:/;
const KEPT = /^(?:p|br|div|ul|ol|li|blockquote|pre)$/;
const MARKS: Record<string, Mark> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  u: "u",
  s: "s",
  strike: "s",
};
type Mark = "strong" | "em" | "u" | "s";
type Marks = ReadonlySet<Mark>;
const NOTHING: Marks = new Set();

/** What becomes of a node that stands inside `around`: nothing, itself, or what it contained. */
function clean(node: Node, around: Marks): Node[] {
  if (typeof node === "string") return [node];
  if (DROPPED.test(node.tag) || isRemark(node)) return [];
  const { tag, attributes } = node;
  if (tag === "img") return attributes["data-file"] ? [element("img", [], only(attributes, IMAGE))] : [];
  if (tag === "a") return link(node, around);
  if (tag === "table") return rowsOf(node).flatMap((row) => asParagraph(row, around));
  if (/^h[1-6]$/.test(tag)) return [element("p", [element("strong", cleanAll(node, add(around, "strong")))])];
  if (KEPT.test(tag)) {
    if (tag === "br" && /interchange/i.test(attributes.class ?? "")) return [];
    const children = tag === "ul" || tag === "ol" ? inItems(cleanAll(node, around)) : cleanAll(node, around);
    return [element(tag, tag === "p" && isBlank(children) ? [] : children, only(attributes, SLICE))];
  }
  return marked(node, around);
}

const cleanAll = (node: Element, around: Marks): Node[] =>
  node.children.flatMap((child) => clean(child, around));

const IMAGE = ["src", "alt", "data-file"];
/** The editor's own note on what it copied. */
const SLICE = ["data-pm-slice", "start"];
const only = (attributes: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));

/** Remarks in the margin, and the anchors that lead to them. */
const isRemark = ({ tag, attributes, children }: Element): boolean =>
  /mso-element:\s*comment|mso-comment/i.test(attributes.style ?? "") ||
  /MsoComment|msocom/i.test(`${attributes.class} ${attributes.id}`) ||
  (tag === "a" && /^#(?:_msocom|cmnt)/i.test(attributes.href ?? "")) ||
  (tag === "sup" && children.some((child) => typeof child !== "string" && isRemark(child)));

/** An element that only says how its words look becomes the marks of that look. */
function marked(node: Element, around: Marks): Node[] {
  const wanted = marksOf(node).filter((mark) => !around.has(mark));
  const inner = cleanAll(node, add(around, ...wanted));
  // A mark around paragraphs (Google Docs wraps everything in a b) would be torn apart by the editor.
  if (!inner.length || inner.some(isBlock)) return inner;
  return wanted.reduce<Node[]>((children, mark) => [element(mark, children)], inner);
}

function marksOf({ tag, attributes }: Element): Mark[] {
  const style = attributes.style ?? "";
  const says = (what: RegExp) => what.test(style);
  const own = MARKS[tag];
  const plain = own === "strong" && says(/font-weight:\s*(?:normal|[1-4]00)/i);
  const marks: (Mark | false | undefined)[] = [
    plain ? undefined : own,
    says(/font-weight:\s*(?:bold|[6-9]00)/i) && "strong",
    says(/font-style:\s*italic/i) && "em",
    says(/text-decoration[^;]*underline/i) && "u",
    says(/text-decoration[^;]*line-through/i) && "s",
  ];
  return [...new Set(marks.filter((mark): mark is Mark => Boolean(mark)))];
}

const add = (marks: Marks, ...more: Mark[]): Marks => new Set([...marks, ...more]);

/** A link keeps its words even when its address may not be one. What links look like is not underlined again. */
function link(node: Element, around: Marks): Node[] {
  const href = node.attributes.href ?? "";
  const words = cleanAll(node, add(around, "u"));
  return isAllowedHref(href) && !words.some(isBlock) ? [element("a", words, { href })] : words;
}

/** Google Docs puts a list inside a list; HTML wants it inside the item above. */
function inItems(children: Node[]): Node[] {
  const items: Element[] = [];
  for (const child of children) {
    if (typeof child === "string") continue;
    const last = items.at(-1);
    if (child.tag === "li") items.push(child);
    else if (last) last.children.push(child);
    else items.push(element("li", [child]));
  }
  return items;
}

const rowsOf = (node: Element): Element[] =>
  node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.tag === "tr" ? [child] : rowsOf(child);
  });

/** A row of a table, its cells side by side; a table that only makes a layout loses its frame. */
function asParagraph(row: Element, around: Marks): Node[] {
  const cells = row.children.filter(
    (child): child is Element => typeof child !== "string" && /^t[dh]$/.test(child.tag),
  );
  if (cells.length === 1) return cells.flatMap((cell) => cleanAll(cell, around));
  const words = cells.map((cell) => textOf(cell).replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  return words.length ? [element("p", [words.join(" | ")])] : [];
}

const isBlock = (node: Node): boolean =>
  typeof node !== "string" && /^(?:p|div|ul|ol|li|blockquote|pre)$/.test(node.tag);

const isBlank = (children: Node[]): boolean =>
  children.every((child) => typeof child === "string" && !textOf(child).trim());

/** A line break between paragraphs is an empty line. */
const asBlankLines = (nodes: Node[]): Node[] =>
  nodes.some(isBlock)
    ? nodes.map((node) => (typeof node !== "string" && node.tag === "br" ? element("p", []) : node))
    : nodes;
