// What an agent wrote in the reply box: the HTML that may leave, and the text that says the same. Pure.
import { convert } from "html-to-text";
import sanitize from "sanitize-html";
import { isId } from "../lib/id.ts";

export interface Written {
  /** pictures as <img src="cid:…">, the Content-ID being the file's id */
  html: string;
  text: string;
  /** ids of the files that stand in the text, each once */
  pictures: string[];
}

/**
 * Reads the editor's HTML. Only what the editor makes stays; pictures are our own uploads, named by data-file
 * or by their link, and everything else that could be fetched is gone.
 */
export const readWritten = (given: string): Written => written(cleaned(given, ALLOWED));

/** The same of a note, which may name colleagues: <span data-mention="their id">@Name</span>. Each is listed once. */
export function readNote(given: string): Written & { mentions: string[] } {
  const note = written(cleaned(given, ALLOWED_IN_NOTES));
  return { ...note, mentions: [...new Set(note.html.match(MENTIONS) ?? [])] };
}

/** The editor's HTML as a draft keeps it, whatever it is to become: clean, and with blank lines as the editor has them. */
export const readUnfinished = (given: string): string =>
  cleaned(given, ALLOWED_IN_NOTES).replaceAll("<p><br /></p>", "<p></p>").trim();

/** What is left of broken HTML can itself be read in another way (a paragraph in a paragraph): read until it says one thing. */
function cleaned(given: string, allowed: sanitize.IOptions): string {
  let html = given;
  for (let time = 0; time < READ_AT_MOST; time++) {
    const clean = sanitize(html, allowed);
    if (clean === html) break;
    html = clean;
  }
  return html;
}

function written(clean: string): Written {
  // An empty paragraph is a line left blank; mail programs show it only with something in it.
  const html = clean.replaceAll("<p></p>", "<p><br /></p>").trim();
  return { html, text: textOf(html), pictures: [...new Set(html.match(PICTURES) ?? [])] };
}

/** The HTML back as the editor had it, each picture with its link and its file. */
export const forEditor = (html: string, urlOf: (fileId: string) => string | null): string =>
  html.replace(PICTURE_SOURCE, (source, id: string) => {
    const url = urlOf(id);
    return url ? `src="${url}" data-file="${id}"` : source;
  });

const READ_AT_MOST = 5;

const MARKS = ["b", "strong", "i", "em", "u", "s", "code"];
const BLOCKS = ["p", "br", "ul", "ol", "li", "blockquote", "pre", "h1", "h2", "h3", "hr"];

const ALLOWED: sanitize.IOptions = {
  allowedTags: [...MARKS, ...BLOCKS, "a", "img"],
  allowedAttributes: { a: ["href"], img: ["src", "alt"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["cid"] },
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: { img: asPicture },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src,
};

const ALLOWED_IN_NOTES: sanitize.IOptions = {
  ...ALLOWED,
  allowedTags: [...MARKS, ...BLOCKS, "a", "img", "span"],
  allowedAttributes: { ...ALLOWED.allowedAttributes, span: ["data-mention"] },
  transformTags: { img: asPicture, span: asMention },
};

const MENTIONS = /(?<=<span data-mention=")[0-9a-f-]{36}(?=")/g;
const PICTURES = /(?<=<img src="cid:)[0-9a-f-]{36}(?=")/g;
const PICTURE_SOURCE = /src="cid:([0-9a-f-]{36})"/g;

/** A file's link is /files/<workspace>.<file>.<expiry>.<signature>/<name> (files/link.server.ts). */
const FILE_LINK = /^\/files\/[^./]+\.([0-9a-f-]{36})\./;

function asPicture(tagName: string, { alt = "", src = "", ...attribs }: sanitize.Attributes): sanitize.Tag {
  const id = attribs["data-file"] ?? FILE_LINK.exec(src)?.[1] ?? /^cid:(.+)$/.exec(src)?.[1];
  return { tagName, attribs: isId(id) ? { src: `cid:${id}`, alt } : {} };
}

function asMention(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const id = attribs["data-mention"]?.toLowerCase();
  return { tagName, attribs: isId(id) ? { "data-mention": id } : {} };
}

/** Lists "- ", links "words <address>", quotes "> ", a picture as its description in brackets. */
const textOf = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxDepth: 60, maxChildNodes: 20_000 },
    formatters: {
      picture: ({ attribs }, _walk, builder) => {
        const alt = (attribs as Record<string, string>).alt;
        if (alt) builder.addInline(`[${alt}]`);
      },
    },
    selectors: [
      { selector: "img", format: "picture" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
      { selector: "ul", options: { itemPrefix: "- " } },
      { selector: "li > p", format: "paragraph", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: "hr", options: { length: 20 } },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
    .replace(/^ (?=\d+\. )/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
