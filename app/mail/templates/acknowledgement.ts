// What a customer gets at once: that we have it, its number, when to expect an answer. In their language, and
// without a word of what they wrote: the address may not be theirs.
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Words {
  subject: string;
  greeting: string;
  received: string;
  within: (hours: number) => string;
  answer: string;
}

const WORDS: Record<string, Words> = {
  en: {
    subject: "We have received your message",
    greeting: "Hi",
    received: "Thank you for writing to us. Your case number is",
    within: (hours) => `We usually answer within ${hours === 1 ? "one hour" : `${hours} hours`}.`,
    answer: "If you want to add something, just answer this e-mail.",
  },
  sv: {
    subject: "Vi har tagit emot ditt meddelande",
    greeting: "Hej",
    received: "Tack för att du hör av dig. Ditt ärende har nummer",
    within: (hours) => `Vi svarar oftast inom ${hours === 1 ? "en timme" : `${hours} timmar`}.`,
    answer: "Vill du lägga till något? Svara bara på det här mejlet.",
  },
  nb: {
    subject: "Vi har mottatt meldingen din",
    greeting: "Hei",
    received: "Takk for at du tok kontakt. Saken din har nummer",
    within: (hours) => `Vi svarer som regel innen ${hours === 1 ? "en time" : `${hours} timer`}.`,
    answer: "Vil du legge til noe? Bare svar på denne e-posten.",
  },
  da: {
    subject: "Vi har modtaget din besked",
    greeting: "Hej",
    received: "Tak for din henvendelse. Din sag har nummer",
    within: (hours) => `Vi svarer som regel inden for ${hours === 1 ? "en time" : `${hours} timer`}.`,
    answer: "Vil du tilføje noget, kan du bare svare på denne mail.",
  },
  fi: {
    subject: "Olemme vastaanottaneet viestisi",
    greeting: "Hei",
    received: "Kiitos yhteydenotosta. Tapauksesi numero on",
    within: (hours) => `Vastaamme yleensä ${hours === 1 ? "tunnin" : `${hours} tunnin`} kuluessa.`,
    answer: "Jos haluat lisätä jotain, vastaa tähän viestiin.",
  },
  de: {
    subject: "Wir haben Ihre Nachricht erhalten",
    greeting: "Guten Tag",
    received: "vielen Dank für Ihre Nachricht. Ihre Vorgangsnummer lautet",
    within: (hours) =>
      `Wir antworten meist innerhalb von ${hours === 1 ? "einer Stunde" : `${hours} Stunden`}.`,
    answer: "Möchten Sie etwas ergänzen? Antworten Sie einfach auf diese E-Mail.",
  },
};

/** "sv-SE" gives Swedish, "no" and "nn" give Norwegian, anything we don't speak English. */
const wordsFor = (locale: string): Words => {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  const spoken = language === "no" || language === "nn" ? "nb" : language;
  // A form may claim any language, "constructor" included.
  const known = Object.hasOwn(WORDS, spoken) ? WORDS[spoken] : undefined;
  return known ?? (WORDS.en as Words);
};

/** Subject, text and HTML of an acknowledgement. */
export function composeAcknowledgement(about: {
  locale: string;
  sender: string;
  number: string;
  withinHours: number;
}): { subject: string; text: string; html: string } {
  const words = wordsFor(about.locale);
  const text = [
    `${words.greeting}!`,
    `${words.received} ${about.number}. ${words.within(about.withinHours)}`,
    words.answer,
    about.sender,
  ].join("\n\n");
  return { subject: `${words.subject} [${about.number}]`, text, html: wrapHtml(textToHtml(text)) };
}
