// What a customer gets at once: that we have it, its number, when to expect an answer. In their language, and
// without a word of what they wrote: the address may not be theirs.
import { writeExpectation, type Expected } from "../expectation.ts";
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Words {
  subject: string;
  greeting: string;
  received: string;
  /** the same after the merchant's own words */
  number: string;
  answer: string;
}

const WORDS: Record<string, Words> = {
  en: {
    subject: "We have received your message",
    greeting: "Hi",
    received: "Thank you for writing to us. Your case number is",
    number: "Your case number is",
    answer: "If you want to add something, just answer this e-mail.",
  },
  sv: {
    subject: "Vi har tagit emot ditt meddelande",
    greeting: "Hej",
    received: "Tack för att du hör av dig. Ditt ärende har nummer",
    number: "Ditt ärende har nummer",
    answer: "Vill du lägga till något? Svara bara på det här mejlet.",
  },
  nb: {
    subject: "Vi har mottatt meldingen din",
    greeting: "Hei",
    received: "Takk for at du tok kontakt. Saken din har nummer",
    number: "Saken din har nummer",
    answer: "Vil du legge til noe? Bare svar på denne e-posten.",
  },
  da: {
    subject: "Vi har modtaget din besked",
    greeting: "Hej",
    received: "Tak for din henvendelse. Din sag har nummer",
    number: "Din sag har nummer",
    answer: "Vil du tilføje noget, kan du bare svare på denne mail.",
  },
  fi: {
    subject: "Olemme vastaanottaneet viestisi",
    greeting: "Hei",
    received: "Kiitos yhteydenotosta. Tapauksesi numero on",
    number: "Tapauksesi numero on",
    answer: "Jos haluat lisätä jotain, vastaa tähän viestiin.",
  },
  de: {
    subject: "Wir haben Ihre Nachricht erhalten",
    greeting: "Guten Tag",
    received: "vielen Dank für Ihre Nachricht. Ihre Vorgangsnummer lautet",
    number: "Ihre Vorgangsnummer lautet",
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
  expected: Expected;
  /** the merchant's own words for the form that was sent; "" means ours */
  own?: string;
}): { subject: string; text: string; html: string } {
  const words = wordsFor(about.locale);
  const text = [
    `${words.greeting}!`,
    ...(about.own ? [about.own] : []),
    `${about.own ? words.number : words.received} ${about.number}. ${writeExpectation(about.expected, about.locale)}`,
    words.answer,
    about.sender,
  ].join("\n\n");
  return { subject: `${words.subject} [${about.number}]`, text, html: wrapHtml(textToHtml(text)) };
}
