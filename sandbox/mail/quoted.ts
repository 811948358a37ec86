// The quoted history under a reply: written the way Gmail does it, and cut off again the way Postmark does it.

export interface Quoted {
  name: string;
  email: string;
  /** when the quoted mail was sent */
  at: Date;
  textBody: string;
  htmlBody: string;
}

type Attribution = (date: { day: string; time: string }, who: string) => string;

const ENGLISH: { locale: string; write: Attribution } = {
  locale: "en-US",
  write: ({ day, time }, who) => `On ${day} at ${time} ${who} wrote:`,
};
const ATTRIBUTIONS: Record<string, { locale: string; write: Attribution }> = {
  sv: { locale: "sv-SE", write: ({ day, time }, who) => `Den ${day} kl ${time} skrev ${who}:` },
  nb: { locale: "nb-NO", write: ({ day, time }, who) => `${day} kl. ${time} skrev ${who}:` },
  da: { locale: "da-DK", write: ({ day, time }, who) => `Den ${day} kl. ${time} skrev ${who}:` },
  fi: { locale: "fi-FI", write: ({ day, time }, who) => `${day} klo ${time} ${who} kirjoitti:` },
  de: { locale: "de-DE", write: ({ day, time }, who) => `Am ${day} um ${time} Uhr schrieb ${who}:` },
};

/** "Den tors 19 nov. 2026 kl 10:12 skrev": the line above the quotation, in the writer's language. */
export function attribution(quoted: Quoted, language: string, timeZone: string, who: string): string {
  const { locale, write } = ATTRIBUTIONS[language] ?? ENGLISH;
  const day = quoted.at.toLocaleDateString(locale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const time = quoted.at.toLocaleTimeString(locale, { timeZone, hour: "numeric", minute: "2-digit" });
  // Gmail puts a narrow no-break space before AM and PM
  return write({ day, time: time.replace(/[ \u202f](?=[AP]M$)/, "\u202f") }, who);
}

/** The plain-text body of a reply: what was typed, then the mail it answers behind ">". */
export function quoteAsText(typed: string, quoted: Quoted, language: string, timeZone: string): string {
  const line = attribution(quoted, language, timeZone, `${quoted.name} <${quoted.email}>`);
  const history = quoted.textBody
    .trimEnd()
    .split("\n")
    .map((row) => (row.startsWith(">") ? `>${row}` : `> ${row}`.trimEnd()));
  return `${typed}\n\n${line}\n\n${history.join("\n")}\n`;
}

/** The HTML body of a reply, with Gmail's class names around the history. */
export function quoteAsHtml(typedHtml: string, quoted: Quoted, language: string, timeZone: string): string {
  const who = `${escapeHtml(quoted.name)} &lt;<a href="mailto:${escapeHtml(quoted.email)}">${escapeHtml(quoted.email)}</a>&gt;`;
  const line = attribution(quoted, language, timeZone, who);
  const history = quoted.htmlBody ? bodyOf(quoted.htmlBody) : textAsHtml(quoted.textBody);
  return (
    `<div dir="ltr">${typedHtml}</div><br>` +
    `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${line}<br></div>` +
    `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">` +
    `${history}</blockquote></div>\n`
  );
}

/** What is left of a plain-text reply when the quoted history and the line above it are cut off. */
export function strippedReply(text: string): string {
  const lines = text.trimEnd().split("\n");
  const isHistory = (line: string) => line.startsWith(">") || line.trim() === "";
  let end = lines.length;
  while (end > 0 && isHistory(lines[end - 1] ?? "")) end -= 1;
  if (!lines.slice(end).some((line) => line.startsWith(">"))) return text.trim();
  // mail programs break the line above the history, so it may take two
  const oneLine = lines[end - 1] ?? "";
  const twoLines = `${lines[end - 2] ?? ""} ${oneLine}`;
  if (isAttribution(oneLine)) end -= 1;
  else if (isAttribution(twoLines)) end -= 2;
  return lines.slice(0, end).join("\n").trim();
}

const isAttribution = (line: string) =>
  /\d{4}/.test(line) && /\b(wrote|skrev|kirjoitti|schrieb)\b/.test(line) && /:\s*$/.test(line);

/** Plain text as simple HTML: paragraphs of escaped lines. */
export const textAsHtml = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.trim() ? `<div>${escapeHtml(line)}</div>` : "<div><br></div>"))
    .join("");

/** Makes text safe between tags and inside attribute values. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

const bodyOf = (html: string) => /<body[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
