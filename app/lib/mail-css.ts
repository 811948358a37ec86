// CSS out of a mail: what may stay. Nothing that fetches, leaves the mail's own box or follows the window's height.
import postcss, { type ChildNode, type Declaration, type Rule } from "postcss";

const MOST_INLINE = 5_000;
const MOST_SHEET = 200_000;

/** A style attribute with the declarations that may stay; empty for none. */
export function safeStyle(style: string): string {
  if (style.length > MOST_INLINE) return "";
  const kept: string[] = [];
  // Cut at semicolons outside quotes and brackets. Mail programs write broken ones: the rest of the attribute counts.
  for (const [declaration] of style.matchAll(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+/g)) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const [, value = "", important] =
      /^(.*?)\s*(!\s*important)?$/is.exec(declaration.slice(colon + 1).trim()) ?? [];
    kept.push(safeDeclaration(property, value, Boolean(important)));
  }
  return kept.filter(Boolean).join(";");
}

/** A style sheet with the rules that may stay; empty when it cannot be read. */
export function safeSheet(css: string): string {
  if (css.length > MOST_SHEET) return "";
  try {
    const { nodes } = postcss.parse(css.replace(/<!--|-->|<!\[CDATA\[|\]\]>/g, " "));
    return nodes.map((node) => safeNode(node)).join("");
  } catch {
    return "";
  }
}

function safeNode(node: ChildNode): string {
  if (node.type === "rule") return safeRule(node);
  if (node.type !== "atrule" || node.name.toLowerCase() !== "media" || !isSafeMedia(node.params)) return "";
  const rules = (node.nodes ?? []).map((inner) => (inner.type === "rule" ? safeRule(inner) : "")).join("");
  return rules && `@media ${node.params.trim()}{${rules}}`;
}

function safeRule({ selector, nodes }: Rule): string {
  if (!isSafeSelector(selector)) return "";
  const declarations = nodes
    .filter((node): node is Declaration => node.type === "decl")
    .map(({ prop, value, important = false }) => safeDeclaration(prop.toLowerCase(), value, important))
    .filter(Boolean);
  return declarations.length ? `${ofTheMail(selector.trim())}{${declarations.join(";")}}` : "";
}

/** The document around a mail is ours: what it says of its page is said of the mail's own box. */
const ofTheMail = (selector: string): string =>
  selector.replace(/(^|[\s,>+~])(?:html|body|:root)(?=$|[\s,.#[:>+~])/gi, "$1.mail");

/** A mail is shown as it was sent: not as its dark version. Rules for a height would move with what they decide. */
const isSafeMedia = (params: string): boolean =>
  /^[a-z0-9\s:(),.<>=-]{1,300}$/i.test(params) &&
  !/[<]\s*\/|height|prefers|color|orientation|aspect/i.test(params) &&
  !/<(?![\s=])/.test(params) &&
  isBalanced(params);

const isSafeSelector = (selector: string): boolean =>
  /^[\w\s.,#*>+~:()[\]="'^$|-]{1,3000}$/.test(selector) && isBalanced(selector);

const isBalanced = (text: string): boolean =>
  ["()", "[]"].every(([open = "", close = ""]) => text.split(open).length === text.split(close).length) &&
  ['"', "'"].every((quote) => text.split(quote).length % 2 === 1);

/** A background keeps its colour without its picture. */
function safeDeclaration(property: string, given: string, important: boolean): string {
  const value = property === "background" ? given.replace(PICTURE, " ").trim() : given.trim();
  return isSafe(property, value) ? `${property}:${value}${important ? " !important" : ""}` : "";
}

const PICTURE = /url\((?:[^()"']|"[^"]*"|'[^']*'){0,2000}\)/gi;

function isSafe(property: string, value: string): boolean {
  if (!PROPERTIES.test(property) || !/^[^\\<>@{};\r\n]{1,500}$/.test(value)) return false;
  if (/\/\*|expression|javascript/i.test(value) || !isBalanced(value)) return false;
  // The frame is as high as the mail: a mail as high as its frame would grow for ever.
  if (/\d[sld]?v(?:h|b|min|max)\b/i.test(value)) return false;
  if (property === "display" && !DISPLAYS.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\(/g)].every(([, name = ""]) => FUNCTIONS.test(name));
}

const FUNCTIONS = /^(?:|rgba?|hsla?|calc|min|max|clamp|(?:linear|radial)-gradient)$/i;
const DISPLAYS =
  /^(?:none|block|inline|inline-block|flow-root|table|inline-table|table-(?:row|cell|row-group|header-group|footer-group|column|column-group|caption)|list-item|(?:inline-)?flex|(?:inline-)?grid|contents)$/i;

/** No position, z-index, transform, content, cursor, animation, filter: a mail has no need to act like a page. */
const PROPERTIES = new RegExp(
  `^(?:${[
    "(?:background-)?color",
    "background",
    "opacity",
    "visibility",
    "display",
    "float",
    "clear",
    "overflow(?:-[xy])?",
    "font(?:-(?:family|size|style|variant|weight|stretch))?",
    "line-height",
    "(?:letter|word)-spacing",
    "text-(?:align|decoration(?:-(?:color|line|style|thickness))?|indent|transform|overflow|shadow|underline-offset)",
    "white-space",
    "word-(?:break|wrap)",
    "overflow-wrap",
    "hyphens",
    "tab-size",
    "vertical-align",
    "direction",
    "unicode-bidi",
    "(?:margin|padding)(?:-(?:top|right|bottom|left))?",
    "(?:(?:min|max)-)?(?:width|height)",
    "box-sizing",
    "box-shadow",
    "border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?",
    "border-(?:(?:top|bottom)-(?:left|right)-)?radius",
    "border-(?:collapse|spacing)",
    "caption-side",
    "empty-cells",
    "table-layout",
    "list-style(?:-(?:type|position))?",
    "flex(?:-(?:basis|direction|flow|grow|shrink|wrap))?",
    "(?:row-|column-)?gap",
    "(?:align|justify)-(?:content|items|self)",
    "grid-(?:template-columns|column|row)",
    "object-fit",
  ].join("|")})$`,
);
