// When a customer may expect an answer, in a sentence of their language: said in acknowledgements and thank-yous. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../i18n/storefront-language.ts";
import { sayWhenBack, writeWhenBack } from "../lib/when-back.ts";

/** within: so many hours. closed: until then (null: nobody knows). later: if not before we close, then from that moment. */
export type Expectation =
  { kind: "within"; hours: number } | { kind: "closed"; until: Date | null } | { kind: "later"; from: Date };

/** What holds at a moment, by the clock of the store. */
export interface Expected {
  what: Expectation;
  at: Date;
  /** IANA */
  timeZone: string;
}

interface Words {
  within: (hours: number) => string;
  closedUntil: (back: string) => string;
  closed: string;
  later: (back: string) => string;
}

const WORDS: Record<StorefrontLanguage, Words> = {
  en: {
    within: (hours) => `We usually answer within ${hours === 1 ? "one hour" : `${hours} hours`}.`,
    closedUntil: (back) => `We are closed right now and back ${back}.`,
    closed: "We are closed right now and will answer when we are back.",
    later: (back) => `If we do not get to it before we close, we are back ${back}.`,
  },
  sv: {
    within: (hours) => `Vi svarar oftast inom ${hours === 1 ? "en timme" : `${hours} timmar`}.`,
    closedUntil: (back) => `Vi har stängt just nu och är tillbaka ${back}.`,
    closed: "Vi har stängt just nu och svarar när vi är tillbaka.",
    later: (back) => `Om vi inte hinner svara innan vi stänger är vi tillbaka ${back}.`,
  },
  nb: {
    within: (hours) => `Vi svarer som regel innen ${hours === 1 ? "en time" : `${hours} timer`}.`,
    closedUntil: (back) => `Vi har stengt akkurat nå og er tilbake ${back}.`,
    closed: "Vi har stengt akkurat nå og svarer når vi er tilbake.",
    later: (back) => `Hvis vi ikke rekker å svare før vi stenger, er vi tilbake ${back}.`,
  },
  da: {
    within: (hours) => `Vi svarer som regel inden for ${hours === 1 ? "en time" : `${hours} timer`}.`,
    closedUntil: (back) => `Vi har lukket lige nu og er tilbage ${back}.`,
    closed: "Vi har lukket lige nu og svarer, når vi er tilbage.",
    later: (back) => `Hvis vi ikke når at svare, inden vi lukker, er vi tilbage ${back}.`,
  },
  fi: {
    within: (hours) => `Vastaamme yleensä ${hours === 1 ? "tunnin" : `${hours} tunnin`} kuluessa.`,
    closedUntil: (back) => `Olemme juuri nyt suljettuna ja palaamme ${back}.`,
    closed: "Olemme juuri nyt suljettuna ja vastaamme, kun palaamme.",
    later: (back) => `Jos emme ehdi vastata ennen sulkemista, palaamme ${back}.`,
  },
  de: {
    within: (hours) =>
      `Wir antworten meist innerhalb von ${hours === 1 ? "einer Stunde" : `${hours} Stunden`}.`,
    closedUntil: (back) => `Wir haben gerade geschlossen und sind ${back} wieder da.`,
    closed: "Wir haben gerade geschlossen und antworten, sobald wir wieder da sind.",
    later: (back) => `Wenn wir es vor Geschäftsschluss nicht schaffen, sind wir ${back} wieder da.`,
  },
};

/** For a page that is read now. "sv-SE" gives Swedish, what we don't speak English. */
export const sayExpectation = (expected: Expected, locale: string): string =>
  sentence(expected, locale, sayWhenBack);

/** For a mail, which may be read tomorrow. */
export const writeExpectation = (expected: Expected, locale: string): string =>
  sentence(expected, locale, writeWhenBack);

function sentence({ what, at, timeZone }: Expected, locale: string, say: typeof sayWhenBack): string {
  const words = WORDS[storefrontLanguage(locale)];
  const back = (when: Date) => say(when, at, { locale, timeZone });
  if (what.kind === "within") return words.within(what.hours);
  if (what.kind === "later") return words.later(back(what.from));
  return what.until ? words.closedUntil(back(what.until)) : words.closed;
}
