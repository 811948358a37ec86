// The lines a reader of an HTML mail sees, each with the place in the document where it begins. Pure.
import { isTag, isText, Text, type ChildNode, type Element, type ParentNode } from "domhandler";
import { markOf } from "./clients.ts";
import { lineOf, MOST_LINES, type Line } from "./line.ts";

export interface HtmlLine extends Line {
  /** the first leaf of the document that belongs to it */
  begins: ChildNode;
}

/** Stands for a picture: something to see. */
const PICTURE = "\ufffc";
const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const UNSEEN = new Set("head script style template title".split(" "));

interface Where {
  quoted: boolean;
  cited: boolean;
  preformatted: boolean;
}

/** Reads the lines below `root`. Lines of preformatted text are made nodes of their own on the way. */
export function htmlLines(root: ParentNode): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let open: { line: HtmlLine; said: string[] } | null = null;
  let mark: Line["mark"] = null;

  const close = () => {
    if (open) lines.push(lineFrom(open.line, open.said.join("")));
    open = null;
  };
  const say = (leaf: ChildNode, words: string, { quoted, cited }: Where) => {
    if (!open && isText(leaf) && !/[^ \t\r\n\f]/.test(words)) return;
    open ??= { line: { text: "", quoted, cited, mark: null, begins: leaf }, said: [] };
    if (mark && words.trim()) {
      open.line.mark = mark;
      mark = null;
    }
    open.said.push(words);
  };
  const read = (node: ChildNode, where: Where) => {
    if (isText(node)) {
      for (const [at, leaf] of leavesOf(node, where).entries()) {
        if (at) close();
        say(leaf, leaf.data, where);
      }
    } else if (isTag(node) && !UNSEEN.has(node.name)) {
      readElement(node, where);
    }
  };
  const readElement = (element: Element, where: Where) => {
    const block = BLOCKS.has(element.name);
    const own = markOf(element);
    if (block || own) close();
    mark = own ?? mark;
    if (element.name === "br") {
      say(element, "", where);
      close();
    } else if (element.name === "hr") say(element, "--------", where);
    else if (element.name === "img" && isSeen(element)) say(element, PICTURE, where);
    const inside = insideOf(element, where);
    for (const child of [...element.children]) read(child, inside);
    if (block) close();
  };

  for (const child of [...root.children]) {
    read(child, { quoted: false, cited: false, preformatted: false });
  }
  close();
  return lines;
}

/** HTML that was text quotes with ">" as well. */
function lineFrom(line: HtmlLine, said: string): HtmlLine {
  const { text, quoted } = lineOf(said);
  return { ...line, text, quoted: line.quoted || quoted, cited: line.cited || quoted };
}

function insideOf(element: Element, where: Where): Where {
  if (element.name === "pre") return { ...where, preformatted: true };
  if (element.name !== "blockquote") return where;
  return { ...where, quoted: true, cited: where.cited || element.attribs.type?.toLowerCase() === "cite" };
}

/** Cuts preformatted text at its line ends. */
function leavesOf(node: Text, { preformatted }: Where): Text[] {
  const { parent } = node;
  if (!preformatted || !parent || !node.data.includes("\n")) return [node];
  const [first = "", ...rest] = node.data.split(/(?<=\n)/, MOST_LINES + 2);
  if (rest.length > MOST_LINES) return [node];
  node.data = first;
  const added = rest.map((data) => new Text(data));
  for (const leaf of added) leaf.parent = parent;
  const at = parent.children.indexOf(node) + 1;
  parent.children = parent.children.slice(0, at).concat(added, parent.children.slice(at));
  return [node, ...added];
}

/** A picture of one pixel counts readers and shows nothing. */
const isSeen = ({ attribs }: Element): boolean => attribs.width !== "1" && attribs.height !== "1";
