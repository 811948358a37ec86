// HTML out of a mail, as it may be shown in a document of its own (app/ui/mail-frame): what it looks like stays,
// what it could do goes.
import sanitize, { type Attributes } from "sanitize-html";
import { safeSheet, safeStyle } from "./mail-css.ts";
import { isTangled, tagless } from "./safe-html.ts";

/**
 * A mail's HTML with its tables, colours, images and style sheets, and nothing that runs, asks, frames or loads by
 * itself but images: `cid:` and http(s) ones keep their address in `src`, for whoever shows them to decide. Ids and
 * classes stay, quotes are recognised by them: in a document of its own they name nothing but the mail. Cleaning
 * twice changes nothing.
 */
export function mailHtml(raw: string): string {
  if (isTangled(raw)) return tagless(raw);
  // A tag that goes may have kept apart what the next reader takes for something else: until nothing changes.
  let html = raw;
  for (let wash = 0; wash < MOST_WASHES; wash++) {
    const cleaner = cleaned(html);
    if (cleaner === html) return html;
    html = cleaner;
  }
  return tagless(html);
}

const MOST_WASHES = 6;

function cleaned(raw: string): string {
  const sheets: string[] = [];
  const html = sanitize(raw, OPTIONS).replace(/<style>([^]*?)<\/style>/g, (_, css: string) => {
    sheets.push(safeSheet(css));
    return "";
  });
  const sheet = sheets.join("");
  return `${sheet ? `<style>${sheet}</style>` : ""}${html.trim()}`;
}

const BLOCKS =
  "address article aside blockquote center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul";
const TABLES = "caption col colgroup table tbody td tfoot th thead tr";
const WORDS =
  "a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr";

const OPTIONS: sanitize.IOptions = {
  allowedTags: `${BLOCKS} ${TABLES} ${WORDS} style`.split(" "),
  // A style sheet's text leaves this file only through safeSheet.
  allowVulnerableTags: true,
  allowedAttributes: {
    "*": "align bgcolor class dir height id lang style title valign width".split(" "),
    a: ["href", "rel", "target"],
    blockquote: ["type"],
    col: ["span"],
    colgroup: ["span"],
    div: ["data-quoted"],
    font: ["color", "face", "size"],
    hr: ["color", "noshade", "size"],
    img: ["alt", "border", "hspace", "src", "vspace"],
    li: ["type", "value"],
    ol: ["start", "type"],
    style: [],
    table: ["border", "cellpadding", "cellspacing", "role", "rules"],
    td: ["abbr", "colspan", "nowrap", "rowspan"],
    th: ["abbr", "colspan", "nowrap", "rowspan", "scope"],
    ul: ["type"],
  },
  // Addresses are read below, by what a browser takes them for.
  allowedSchemesAppliedToAttributes: [],
  parseStyleAttributes: false,
  disallowedTagsMode: "discard",
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "title",
    "template",
    "object",
    "iframe",
    "noembed",
    "noframes",
  ],
  selfClosing: ["br", "col", "hr", "img", "wbr"],
  nestingLimit: 100,
  transformTags: {
    // After the others, for every tag.
    "*": (tagName, attributes) => ({ tagName, attribs: ownLook(attributes) }),
    a: (tagName, attributes) => ({ tagName, attribs: linkTo(attributes) }),
    img: (tagName, { src = "", ...rest }) => ({
      tagName,
      attribs: { ...rest, ...given("src", imageAddress(src)) },
    }),
    // The page's colours become the mail's.
    body: (tagName, attribs) => ({ tagName: attribs.style || attribs.bgcolor ? "div" : tagName, attribs }),
    // One for paper says nothing of a screen.
    style: (tagName, { media = "all" }) => ({
      tagName,
      attribs: {},
      ...(/\b(?:all|screen)\b/i.test(media) ? {} : { text: "" }),
    }),
  },
};

/** Its look with what may stay of it. */
function ownLook({ style, id, class: names, ...rest }: Attributes): Attributes {
  return {
    ...rest,
    ...given("style", style ? safeStyle(style) : ""),
    ...given("id", id && /^[\w.:-]{1,100}$/.test(id) ? id : ""),
    ...given("class", names && names.length <= 500 ? names : ""),
  };
}

/** Links open elsewhere and tell nobody where they came from. A link within the page leads nowhere in a frame. */
function linkTo({ href = "", target: _, rel: __, ...rest }: Attributes): Attributes {
  const address = addressOf(href, /^(?:https?|mailto|tel):$/);
  return address ? { ...rest, href: address, target: "_blank", rel: "noopener noreferrer nofollow" } : rest;
}

const imageAddress = (src: string): string =>
  /^\s*data:/i.test(src) ? rasterIn(src) : addressOf(src, /^(?:https?|cid):$/);

const rasterIn = (src: string): string =>
  /^\s*data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[\w+/=\s]*$/i.test(src) ? src.replace(/\s+/g, "") : "";

/** The address as a browser would read it; empty for another scheme than those, or none. */
function addressOf(text: string, schemes: RegExp): string {
  const full = /^\s*\/\//.test(text) ? `https:${text.trim()}` : text;
  if (full.length > 8_000 || !URL.canParse(full)) return "";
  const url = new URL(full);
  return schemes.test(url.protocol) ? url.href : "";
}

const given = (name: string, value: string): Attributes => (value ? { [name]: value } : {});
