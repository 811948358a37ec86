// A conversation, mailed to whoever had it. In their language, by their clock. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { escapeHtml, textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Words {
  subject: (sender: string) => string;
  intro: string;
  you: string;
}

const WORDS: Record<StorefrontLanguage, Words> = {
  en: {
    subject: (sender) => `Your chat with ${sender}`,
    intro: "You asked us to mail you our conversation. Here it is.",
    you: "You",
  },
  sv: {
    subject: (sender) => `Din chatt med ${sender}`,
    intro: "Du bad oss mejla vårt samtal till dig. Här är det.",
    you: "Du",
  },
  nb: {
    subject: (sender) => `Chatten din med ${sender}`,
    intro: "Du ba oss sende deg samtalen vår på e-post. Her er den.",
    you: "Du",
  },
  da: {
    subject: (sender) => `Din chat med ${sender}`,
    intro: "Du bad os sende vores samtale til dig på mail. Her er den.",
    you: "Dig",
  },
  fi: {
    subject: (sender) => `Keskustelusi: ${sender}`,
    intro: "Pyysit keskustelumme sähköpostiisi. Tässä se on.",
    you: "Sinä",
  },
  de: {
    subject: (sender) => `Ihr Chat mit ${sender}`,
    intro: "Sie haben uns gebeten, Ihnen unser Gespräch zu mailen. Hier ist es.",
    you: "Sie",
  },
};

export interface SaidInChat {
  /** who of us; null: the visitor themselves */
  by: string | null;
  at: Date;
  text: string;
  files: string[];
}

/** Subject, text and HTML of a transcript; `said`: oldest first. */
export function composeTranscript(about: {
  locale: string;
  timeZone: string;
  sender: string;
  number: string;
  said: SaidInChat[];
}): { subject: string; text: string; html: string } {
  const language = storefrontLanguage(about.locale);
  const words = WORDS[language];
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: about.timeZone,
  });
  const lines = about.said.map(({ by, at, text, files }) => ({
    head: `${by ?? words.you} · ${time.format(at)}`,
    body: [text, ...files.map((name) => `[${name}]`)].filter(Boolean).join("\n"),
  }));
  const text = [words.intro, ...lines.map(({ head, body }) => `${head}\n${body}`), about.sender].join("\n\n");
  const html = [
    textToHtml(words.intro),
    ...lines.map(({ head, body }) => `<p><strong>${escapeHtml(head)}</strong></p>\n${textToHtml(body)}`),
    textToHtml(about.sender),
  ];
  return {
    subject: `${words.subject(about.sender)} [${about.number}]`,
    text,
    html: wrapHtml(html.join("\n")),
  };
}
