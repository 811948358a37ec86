// What was said before, below a reply, so that a mail can be read by itself. Pure.
import { escapeHtml, oneLine, textToHtml } from "../text.ts";

export interface Said {
  by: string;
  at: Date;
  text: string;
}

export interface Quote {
  text: string;
  html: string;
}

/** So many messages, and so much of each: the rest stands in the mails before. */
export const MOST_QUOTED = 5;
const LONGEST = 8_000;

/**
 * The conversation, each message inside the one that answered it; null when nothing was said. The HTML part has
 * the marks by which mail programs fold what is quoted. `said`: newest first.
 */
export function composeQuote(
  said: Said[],
  { locale, timeZone }: { locale: string; timeZone: string },
): Quote | null {
  let quote: Quote | null = null;
  for (const { by, at, text } of said.slice(0, MOST_QUOTED).reverse()) {
    const line = headline(locale, timeZone, oneLine(by), at);
    const words = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()} …` : text;
    const within: string = quote ? `${words}\n\n${quote.text}` : words;
    const inside: string = quote ? `\n${quote.html}` : "";
    quote = {
      text: `${line}\n${quoteLines(within)}`,
      html: `<div class="gmail_quote"><div class="gmail_attr">${escapeHtml(line)}</div>
<blockquote class="gmail_quote" type="cite" style="${BAR}">
${textToHtml(words)}${inside}
</blockquote></div>`,
    };
  }
  return quote;
}

const BAR = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex";

const quoteLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`).trimEnd())
    .join("\n");

const LINES: Record<string, (date: string, by: string) => string> = {
  en: (date, by) => `On ${date}, ${by} wrote:`,
  sv: (date, by) => `Den ${date} skrev ${by}:`,
  nb: (date, by) => `Den ${date} skrev ${by}:`,
  da: (date, by) => `Den ${date} skrev ${by}:`,
  fi: (date, by) => `${date} ${by} kirjoitti:`,
  de: (date, by) => `Am ${date} schrieb ${by}:`,
};

function headline(locale: string, timeZone: string, by: string, at: Date): string {
  const asked = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  const spoken = asked === "no" || asked === "nn" ? "nb" : asked;
  // A form may claim any language, "constructor" included.
  const language = Object.hasOwn(LINES, spoken) ? spoken : "en";
  const say = LINES[language] ?? LINES.en;
  return say ? say(dateIn(language, timeZone, at), by) : by;
}

function dateIn(language: string, timeZone: string, at: Date): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone }).format(at);
  } catch {
    // A zone this machine's tables do not know.
    return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(at);
  }
}
