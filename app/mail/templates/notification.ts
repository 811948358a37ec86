// What an agent gets when a customer wrote: their words, a way to the ticket, and how to answer from here. Pure.
import { languageOf, type Language } from "../../i18n/language.ts";
import { ANSWER_MARK } from "../answer-mark.ts";
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Content {
  subject: string;
  text: string;
  html: string;
}

export interface Notification {
  locale: string;
  number: string;
  subject: string;
  /** "Ebba Lind <ebba@example.com>" */
  from: string;
  unverified: boolean;
  store: string;
  text: string;
  files: string[];
  link: string;
  /** whom an answer to this mail reaches; null when the customer has no address */
  answerReaches: string | null;
}

/** A mail program shows the beginning; the ticket has the rest. */
const MOST_TEXT = 20_000;

interface Words {
  above: string;
  wrote: (who: string, store: string) => string;
  unverified: string;
  cut: string;
  noText: string;
  noSubject: string;
  files: string;
  open: string;
  answer: (who: string, store: string) => string;
  more: { subject: string; text: string; open: string };
  held: { subject: string; text: string; open: string };
  mention: { subject: (who: string) => string; text: (who: string) => string };
}

const WORDS: Record<Language, Words> = {
  en: {
    above: "Write your answer above this line",
    wrote: (who, store) => `${who} wrote to ${store}:`,
    unverified: "Unverified sender: nothing proves that this comes from the address it names.",
    cut: "The message goes on in the ticket.",
    noText: "The message has no text.",
    noSubject: "No subject",
    files: "Files:",
    open: "Open the ticket:",
    answer: (who, store) =>
      `Answer this mail to answer ${who}. What you write is sent in the name of ${store}.`,
    more: {
      subject: "More messages in the inbox",
      text: "So many messages have come in that we pause these mails for a while. All of them are in the inbox.",
      open: "Open the inbox:",
    },
    held: {
      subject: "An answer by mail was not sent",
      text: "An answer came to the address of your notifications, but we could not be sure that it should go to the customer as it is. It waits in the ticket: send it from there, or dismiss it.",
      open: "Open the ticket:",
    },
    mention: {
      subject: (who) => `${who} mentioned you`,
      text: (who) => `${who} mentioned you in a note. Notes stay with the team: read it in the ticket.`,
    },
  },
  sv: {
    above: "Skriv ditt svar ovanför den här raden",
    wrote: (who, store) => `${who} skrev till ${store}:`,
    unverified: "Obekräftad avsändare: inget visar att det här kommer från adressen som anges.",
    cut: "Meddelandet fortsätter i ärendet.",
    noText: "Meddelandet har ingen text.",
    noSubject: "Inget ämne",
    files: "Filer:",
    open: "Öppna ärendet:",
    answer: (who, store) =>
      `Svara på det här mejlet för att svara ${who}. Det du skriver skickas i namn av ${store}.`,
    more: {
      subject: "Fler meddelanden i inkorgen",
      text: "Det har kommit så många meddelanden att vi pausar de här mejlen en stund. Alla finns i inkorgen.",
      open: "Öppna inkorgen:",
    },
    held: {
      subject: "Ett svar per mejl skickades inte",
      text: "Ett svar kom till adressen för dina aviseringar, men vi kunde inte vara säkra på att det ska gå till kunden som det är. Det väntar i ärendet: skicka det därifrån eller avfärda det.",
      open: "Öppna ärendet:",
    },
    mention: {
      subject: (who) => `${who} nämnde dig`,
      text: (who) => `${who} nämnde dig i en anteckning. Anteckningar stannar i teamet: läs den i ärendet.`,
    },
  },
  nb: {
    above: "Skriv svaret ditt over denne linjen",
    wrote: (who, store) => `${who} skrev til ${store}:`,
    unverified: "Ubekreftet avsender: ingenting viser at dette kommer fra adressen som er oppgitt.",
    cut: "Meldingen fortsetter i saken.",
    noText: "Meldingen har ingen tekst.",
    noSubject: "Uten emne",
    files: "Filer:",
    open: "Åpne saken:",
    answer: (who, store) =>
      `Svar på denne e-posten for å svare ${who}. Det du skriver, sendes i navnet til ${store}.`,
    more: {
      subject: "Flere meldinger i innboksen",
      text: "Det har kommet så mange meldinger at vi stanser disse e-postene en stund. Alle ligger i innboksen.",
      open: "Åpne innboksen:",
    },
    held: {
      subject: "Et svar på e-post ble ikke sendt",
      text: "Et svar kom til adressen for varslene dine, men vi kunne ikke være sikre på at det skal gå til kunden slik det er. Det venter i saken: send det derfra, eller avvis det.",
      open: "Åpne saken:",
    },
    mention: {
      subject: (who) => `${who} nevnte deg`,
      text: (who) => `${who} nevnte deg i et notat. Notater blir i teamet: les det i saken.`,
    },
  },
};

/** A customer wrote. */
export function composeNotification(about: Notification): Content {
  const words = WORDS[languageOf(about.locale)];
  const letters = Array.from(about.text.trim());
  const shown = letters.slice(0, MOST_TEXT).join("");
  const text = [
    `${ANSWER_MARK} ${words.above} ${ANSWER_MARK}`,
    words.wrote(about.from, about.store),
    ...(about.unverified ? [words.unverified] : []),
    shown || words.noText,
    ...(letters.length > MOST_TEXT ? [words.cut] : []),
    ...(about.files.length ? [`${words.files} ${about.files.join(", ")}`] : []),
    `${words.open}\n${about.link}`,
    ...(about.answerReaches ? [words.answer(about.answerReaches, about.store)] : []),
  ].join("\n\n");
  return contentOf(`[${about.number}] ${about.subject || words.noSubject}`, text);
}

/** So much came in that the rest is not mailed. */
export function composeMoreInInbox({ locale, link }: { locale: string; link: string }): Content {
  const { more } = WORDS[languageOf(locale)];
  return contentOf(more.subject, `${more.text}\n\n${more.open}\n${link}`);
}

/** An answer the agent mailed was kept instead of sent. */
export function composeHeld(about: { locale: string; number: string; link: string }): Content {
  const { held } = WORDS[languageOf(about.locale)];
  return contentOf(`[${about.number}] ${held.subject}`, `${held.text}\n\n${held.open}\n${about.link}`);
}

/** A colleague named them in a note. Its words stay in the ticket. */
export function composeMention(about: { locale: string; number: string; by: string; link: string }): Content {
  const { mention, open } = WORDS[languageOf(about.locale)];
  return contentOf(
    `[${about.number}] ${mention.subject(about.by)}`,
    `${mention.text(about.by)}\n\n${open}\n${about.link}`,
  );
}

const contentOf = (subject: string, text: string): Content => ({
  subject,
  text,
  html: wrapHtml(textToHtml(text)),
});
