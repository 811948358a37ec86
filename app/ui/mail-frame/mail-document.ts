// The document a mail is shown in: an origin of its own, nothing loaded that is not named here. Pure.

export interface MailLook {
  /** of this document alone: no script of the mail can know it */
  nonce: string;
  /** where our files and fetched pictures come from */
  origin: string;
  /** where a picture's address leads; null leaves it out */
  pictureAt: (src: string) => string | null;
  /** show what was folded */
  whole: boolean;
  lang: string;
  /** the reader's id: where a note names them it stands out */
  me: string;
  /** what the button says that unfolds a quote */
  unfold: string;
}

/** What its iframe may: run our script in an origin of its own, and open links elsewhere. */
export const MAIL_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** A whole document around a mail's sanitized HTML (lib/mail-html.ts), for an iframe's srcdoc. */
export const mailDocument = (
  html: string,
  look: MailLook,
): string => `<!doctype html><html lang="${escape(look.lang)}"><head>
<meta http-equiv="Content-Security-Policy" content="${escape(policyOf(look))}">
<meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light only">
<meta name="viewport" content="width=device-width, initial-scale=1"><base target="_blank">
<style>${STYLE}[data-mention="${escape(look.me)}"]${NAMES_ME}</style></head>
<body><div class="mail" dir="auto">${withFolds(withPictures(html, look.pictureAt), look)}</div>
<script nonce="${escape(look.nonce)}">${SCRIPT}</script></body></html>`;

/** Where the pictures are that somebody can see. Those nobody can only tell that a mail was opened. */
export function visiblePictures(html: string): string[] {
  const sources = [...html.matchAll(IMAGE)]
    .filter(([tag]) => !isInvisible(tag))
    .map(([tag]) => sourceOf(tag));
  return [...new Set(sources.filter(Boolean))];
}

/** Those that would be asked for elsewhere. */
export const remotePictures = (html: string): string[] =>
  visiblePictures(html).filter((src) => /^https?:/i.test(src));

const policyOf = ({ nonce, origin }: MailLook): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    `img-src data: ${origin}/files/ ${origin}/images/`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const IMAGE = /<img\b(?:[^<>"]|"[^"]*")*>/gi;
const SOURCE = /\ssrc="([^"]*)"/i;

const sourceOf = (tag: string): string => unescape(SOURCE.exec(tag)?.[1] ?? "");

const isInvisible = (tag: string): boolean =>
  /\s(?:width|height)="?[0-3](?:px)?["\s>]/i.test(tag) ||
  /[;"\s](?:(?:max-)?(?:width|height):\s*[0-3](?:px)?|display:\s*none)\b/i.test(tag);

const withPictures = (html: string, pictureAt: MailLook["pictureAt"]): string =>
  html.replace(IMAGE, (tag) => {
    const src = sourceOf(tag);
    const address = isInvisible(tag) && !src.startsWith("data:") ? null : src && pictureAt(src);
    return tag.replace(SOURCE, () => (address ? ` src="${escape(address)}"` : ""));
  });

/** Before each quote stands a button that needs no script. */
const withFolds = (html: string, { whole, unfold }: MailLook): string =>
  html.replace(
    /<div(?=[^<>]*\sdata-quoted[\s=>])/gi,
    `<details class="samla-fold"${whole ? " open" : ""}><summary aria-label="${escape(unfold)}" title="${escape(unfold)}">…</summary></details><div`,
  );

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const unescape = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const NAMES_ME = "{padding:0 2px;border-radius:4px;background:#ffd6a4}";

// Wide tables scroll inside the mail's own box. What the mail says of its page cannot outdo what is said with three
// names here.
const STYLE = `
html,body{margin:0;padding:0;background:transparent;overflow:hidden}
html>body>.mail{display:flow-root!important;position:static!important;float:none!important;width:auto!important;min-width:0!important;max-width:none!important;height:auto!important;min-height:0!important;max-height:none!important;margin:0!important;padding:1px 0!important;overflow:auto hidden!important;overflow-wrap:break-word}
.mail{color:CanvasText;font:14px/1.45 Inter,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
.mail>:first-child,.mail>style:first-child+*{margin-top:0}
img{max-width:100%}img[src][width][height]{height:auto}table img{max-width:none}
img:not([src]){display:inline-block;box-sizing:border-box;overflow:hidden;background:color-mix(in srgb,CanvasText 7%,Canvas);font-size:12px;vertical-align:middle}
pre{white-space:pre-wrap}
[data-mention]{font-weight:650}
blockquote[type=cite],[data-quoted] blockquote{margin:0 0 0 8px;padding-left:12px;border-left:2px solid color-mix(in srgb,CanvasText 20%,Canvas)}
.samla-fold{margin:8px 0}
.samla-fold>summary{display:inline-block;padding:0 12px;border-radius:8px;background:color-mix(in srgb,CanvasText 10%,Canvas);color:CanvasText;font:600 14px/20px sans-serif;list-style:none;cursor:pointer}
.samla-fold>summary::-webkit-details-marker{display:none}
.samla-fold>summary:hover{background:color-mix(in srgb,CanvasText 18%,Canvas)}
.samla-fold:not([open])+div{display:none!important}
@media print{.samla-fold{display:none}}
`.trim();

const SCRIPT = `
const mail=document.querySelector("body>.mail");
const say=()=>parent.postMessage({height:mail.scrollHeight+mail.offsetHeight-mail.clientHeight},"*");
new ResizeObserver(say).observe(mail);
mail.addEventListener("load",say,true);
say();
`.trim();
