// Plain text as the editor's HTML, and back. Pure.

/** Paragraphs are parted by an empty line, lines by a break. */
export function htmlOfText(text: string): string {
  const clean = text.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, "");
  if (!clean) return "";
  return clean
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split("\n").map(escape).join("<br>")}</p>`)
    .join("");
}

/** What the editor's HTML says, for where there is no editor. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/(?:p|li|blockquote)>\s*(?=<)/gi, "\n\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** True when there is nothing to send: no words and no image. */
export const isBlankHtml = (html: string): boolean =>
  !/<img\b/i.test(html) && !textOfHtml(html).replace(/[\s\u00a0\u200b]/g, "");

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
