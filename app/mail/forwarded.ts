// A forward: what the agent says, and below it what is passed on, marked so that the two can be told apart. Pure.
import { escapeHtml, oneLine, textToHtml } from "./text.ts";

/** One message as it is passed on. */
export interface Passed {
  from: string;
  to: string;
  date: string;
  subject: string;
  text: string;
}

interface Words {
  heading: string;
  from: string;
  to: string;
  date: string;
  subject: string;
}

const WORDS: Record<string, Words> = {
  en: { heading: "Forwarded message", from: "From", to: "To", date: "Date", subject: "Subject" },
  sv: { heading: "Vidarebefordrat meddelande", from: "Från", to: "Till", date: "Datum", subject: "Ämne" },
  nb: { heading: "Videresendt melding", from: "Fra", to: "Til", date: "Dato", subject: "Emne" },
  da: { heading: "Videresendt besked", from: "Fra", to: "Til", date: "Dato", subject: "Emne" },
  fi: { heading: "Välitetty viesti", from: "Lähettäjä", to: "Vastaanottaja", date: "Päivä", subject: "Aihe" },
  de: { heading: "Weitergeleitete Nachricht", from: "Von", to: "An", date: "Datum", subject: "Betreff" },
};

const QUOTED = "\n<div data-quoted>";

/** The messages, oldest first, in the language of the store. */
export function composePassed(messages: Passed[], locale: string): { text: string; html: string } {
  const asked = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  const language = asked === "no" || asked === "nn" ? "nb" : asked;
  const words = (Object.hasOwn(WORDS, language) ? WORDS[language] : WORDS.en) as Words;
  const parts = messages.map((message) => {
    const lines = (["from", "to", "date", "subject"] as const)
      .filter((field) => message[field])
      .map((field) => `${words[field]}: ${oneLine(message[field])}`);
    return { head: [`---------- ${words.heading} ----------`, ...lines], text: message.text.trim() };
  });
  return {
    text: parts.map(({ head, text }) => `${head.join("\n")}\n\n${text}`).join("\n\n"),
    html: parts
      .map(({ head, text }) => `<p>${head.map(escapeHtml).join("<br />")}</p>\n${textToHtml(text)}`)
      .join("\n"),
  };
}

/** Both together, as the message keeps them. */
export const joinForward = (
  own: { text: string; html: string },
  passed: { text: string; html: string },
): { text: string; html: string } => ({
  text: [own.text, passed.text].filter(Boolean).join("\n\n"),
  html: `${own.html}${QUOTED}${passed.html}</div>`,
});

/** And apart again: the agent's own words, and what they passed on. */
export function splitForward(message: { text: string; html: string | null; trimmed: string | null }): {
  own: { text: string; html: string };
  passed: { text: string; html: string };
} {
  const html = message.html ?? "";
  const cut = html.indexOf(QUOTED);
  const own = { text: message.trimmed ?? "", html: cut < 0 ? html : html.slice(0, cut) };
  const rest = cut < 0 ? "" : html.slice(cut + QUOTED.length, -"</div>".length);
  return { own, passed: { text: message.text.slice(own.text.length).trim(), html: rest } };
}
