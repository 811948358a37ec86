// HTML from the clipboard as a small tree: forgiving as office programs need it, and runs without a browser. Pure.
// It only prepares what the editor parses again by its own schema, so it decides nothing about safety.

export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: Node[];
}
export type Node = Element | string;

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[[^>]*>|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** An element of this kind begins where the last of its kind ends, also when nobody says so. */
const SIBLINGS = /^(?:li|tr|td|th|p)$/;
const DEEPEST = 200;

/** The tree of a fragment. Comments become elements named "comment": Word hides list markers between two of them. */
export function parse(html: string): Element {
  const root: Element = { tag: "root", attributes: {}, children: [] };
  const open = [root];
  const inside = () => open.at(-1) ?? root;
  for (const [token, end, name, attributes] of html.matchAll(TOKEN)) {
    if (!name) {
      inside().children.push(/^<[!?]/.test(token) ? comment(token) : token);
      continue;
    }
    const tag = name.toLowerCase();
    if (end) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at > 0) open.length = at;
      continue;
    }
    if (SIBLINGS.test(tag) && inside().tag === tag) open.pop();
    const element: Element = { tag, attributes: readAttributes(attributes ?? ""), children: [] };
    inside().children.push(element);
    if (!VOID.test(tag) && !attributes?.endsWith("/") && open.length < DEEPEST) open.push(element);
  }
  return root;
}

/** HTML again. */
export const serialise = (nodes: Node[]): string =>
  nodes
    .map((node) => {
      if (typeof node === "string") return node.replaceAll("<", "&lt;");
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`,
      );
      const start = `<${node.tag}${attributes.join("")}>`;
      return VOID.test(node.tag) ? start : `${start}${serialise(node.children)}</${node.tag}>`;
    })
    .join("");

/** The text a node says, entities left as they are but for hard spaces. */
export const textOf = (node: Node): string =>
  typeof node === "string" ? node.replace(/&nbsp;|&#160;|\u00a0/g, " ") : node.children.map(textOf).join("");

export const element = (tag: string, children: Node[], attributes: Record<string, string> = {}): Element => ({
  tag,
  attributes,
  children,
});

/** "<!--[if !supportLists]-->" and "<![if !supportLists]>" alike. */
const comment = (token: string): Element =>
  element("comment", [], { says: token.replace(/^<!-{0,2}|-{0,2}>$/g, "").trim() });

const readAttributes = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? "",
    ]),
  );
