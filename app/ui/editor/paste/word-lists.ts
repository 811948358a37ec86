// Word and Outlook write a list as paragraphs that look like one: this makes lists of them. Pure.
import { element, textOf, type Element, type Node } from "./tree.ts";

/** Replaces runs of list paragraphs by nested lists, wherever they stand. */
export const withLists = (nodes: Node[]): Node[] => {
  const result: Node[] = [];
  // The lists that are open, outermost first.
  let open: Element[] = [];
  for (const node of nodes) {
    const level = levelOf(node);
    if (level && typeof node !== "string") {
      open = addItem(result, open, level, node);
      continue;
    }
    // Line breaks of the source between two items end nothing.
    if (open.length && typeof node === "string" && !node.trim()) continue;
    open = [];
    result.push(typeof node === "string" ? node : { ...node, children: withLists(node.children) });
  }
  return result;
};

function addItem(result: Node[], open: Element[], level: number, paragraph: Element): Element[] {
  const { marker, words } = withoutMarker(paragraph.children);
  const tag = isNumber(marker) ? "ol" : "ul";
  const lists = open.slice(0, level);
  // Another kind of list at the outermost level is another list.
  if (lists.length === level && lists[level - 1]?.tag !== tag) lists.pop();
  while (lists.length < level) {
    const list = element(tag, []);
    const parent = lists.at(-1);
    const item = parent?.children.at(-1);
    if (item && typeof item !== "string") item.children.push(list);
    else if (parent) parent.children.push(element("li", [list]));
    else result.push(list);
    lists.push(list);
  }
  lists.at(-1)?.children.push(element("li", [element("p", words)]));
  return lists;
}

/** "mso-list:l0 level2 lfo1" is level 2; 0 for what is no list paragraph. */
function levelOf(node: Node): number {
  if (typeof node === "string" || !/^(?:p|h[1-6]|div)$/.test(node.tag)) return 0;
  const level = /mso-list:[^;]*\blevel([1-9])/i.exec(node.attributes.style ?? "");
  return level ? Number(level[1]) : 0;
}

/** The marker stands between two comments, or in a span that says Word should ignore it. */
function withoutMarker(children: Node[]): { marker: string; words: Node[] } {
  const starts = children.findIndex((child) => says(child, /supportLists/i));
  const ends = children.findIndex((child, index) => index > starts && says(child, /endif/i));
  if (starts >= 0 && ends >= 0) {
    const marker = children.slice(starts, ends).map(textOf).join("");
    return { marker, words: [...children.slice(0, starts), ...children.slice(ends + 1)] };
  }
  let marker = "";
  const words = children.flatMap((child): Node[] => {
    if (typeof child === "string") return [child];
    if (/mso-list:\s*ignore/i.test(child.attributes.style ?? "")) {
      marker += textOf(child);
      return [];
    }
    const inner = withoutMarker(child.children);
    marker += inner.marker;
    return inner.words.length || !child.children.length ? [{ ...child, children: inner.words }] : [];
  });
  return { marker, words };
}

const says = (node: Node, what: RegExp): boolean =>
  typeof node !== "string" && node.tag === "comment" && what.test(node.attributes.says ?? "");

/** "1.", "iv)", "(a)": a number. "·", "o", "-": a bullet. */
const isNumber = (marker: string): boolean => /^\(?(?:\d+|[a-z]+)(?:\.\d+)*[.)]/i.test(marker.trim());
