// What somebody who left a chat has not read, in a mail they can answer. In their language. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { escapeHtml, textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Words {
  subject: string;
  greeting: string;
  missed: string;
  answer: string;
}

const WORDS: Record<StorefrontLanguage, Words> = {
  en: {
    subject: "Our answer to your chat",
    greeting: "Hi",
    missed: "You had left the chat when we answered. This is what you have not seen yet:",
    answer: "Just answer this e-mail, and we go on from here.",
  },
  sv: {
    subject: "Vårt svar i chatten",
    greeting: "Hej",
    missed: "Du hade lämnat chatten när vi svarade. Det här har du inte sett än:",
    answer: "Svara bara på det här mejlet, så fortsätter vi här.",
  },
  nb: {
    subject: "Svaret vårt i chatten",
    greeting: "Hei",
    missed: "Du hadde forlatt chatten da vi svarte. Dette har du ikke sett ennå:",
    answer: "Bare svar på denne e-posten, så fortsetter vi her.",
  },
  da: {
    subject: "Vores svar i chatten",
    greeting: "Hej",
    missed: "Du havde forladt chatten, da vi svarede. Dette har du ikke set endnu:",
    answer: "Bare svar på denne mail, så fortsætter vi her.",
  },
  fi: {
    subject: "Vastauksemme keskusteluusi",
    greeting: "Hei",
    missed: "Olit jo poistunut keskustelusta, kun vastasimme. Tätä et ole vielä nähnyt:",
    answer: "Vastaa tähän viestiin, niin jatkamme tästä.",
  },
  de: {
    subject: "Unsere Antwort auf Ihren Chat",
    greeting: "Guten Tag",
    missed:
      "Sie hatten den Chat schon verlassen, als wir geantwortet haben. Das haben Sie noch nicht gesehen:",
    answer: "Antworten Sie einfach auf diese E-Mail, dann machen wir hier weiter.",
  },
};

/** Subject, text and HTML of a follow-up; `said`: oldest first. */
export function composeFollowUp(about: {
  locale: string;
  sender: string;
  number: string;
  said: { by: string; text: string }[];
}): { subject: string; text: string; html: string } {
  const words = WORDS[storefrontLanguage(about.locale)];
  const [before, after] = [`${words.greeting}!\n\n${words.missed}`, `${words.answer}\n\n${about.sender}`];
  const text = [before, ...about.said.map(({ by, text }) => `${by}:\n${text}`), after].join("\n\n");
  const said = about.said.map(
    ({ by, text }) => `<p><strong>${escapeHtml(by)}</strong></p>\n${textToHtml(text)}`,
  );
  const html = [textToHtml(before), ...said, textToHtml(after)].join("\n");
  return { subject: `${words.subject} [${about.number}]`, text, html: wrapHtml(html) };
}
