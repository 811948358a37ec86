// What a visitor who starts a chat is told by itself, in their language and by their clock. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../i18n/storefront-language.ts";
import { sayMinutes, sayWhenBack } from "../lib/when-back.ts";
import type { ChatMessages } from "../settings/chat-messages.ts";

export const STATES = ["online", "busy", "closed"] as const;
export type AvailabilityState = (typeof STATES)[number];

/** What may stand in a text. A sentence is left out when what it says is not known. */
export const VARIABLES = ["back", "minutes"] as const;
type Variable = (typeof VARIABLES)[number];

/** Said unless the merchant wrote their own. */
export const STANDARD: Record<AvailabilityState, Record<StorefrontLanguage, string>> = {
  online: {
    en: "Thank you for your message! We will be with you in a moment. An answer usually takes {{minutes}}.",
    sv: "Tack för ditt meddelande! Vi är strax hos dig. Ett svar brukar ta {{minutes}}.",
    nb: "Takk for meldingen! Vi er straks hos deg. Et svar tar vanligvis {{minutes}}.",
    da: "Tak for din besked! Vi er hos dig om et øjeblik. Et svar tager som regel {{minutes}}.",
    fi: "Kiitos viestistäsi! Olemme pian paikalla. Vastaus kestää yleensä {{minutes}}.",
    de: "Vielen Dank für Ihre Nachricht! Wir sind gleich für Sie da. Eine Antwort dauert meist {{minutes}}.",
  },
  busy: {
    en: "Thank you for your message! Everyone is busy right now, so it may take a while. Our answer will appear here.",
    sv: "Tack för ditt meddelande! Alla är upptagna just nu, så det kan dröja en stund. Vårt svar kommer här.",
    nb: "Takk for meldingen! Alle er opptatt akkurat nå, så det kan ta litt tid. Svaret vårt kommer her.",
    da: "Tak for din besked! Alle er optaget lige nu, så der kan gå lidt tid. Vores svar kommer her.",
    fi: "Kiitos viestistäsi! Kaikki ovat juuri nyt varattuja, joten vastaus voi viipyä. Vastauksemme tulee tähän.",
    de: "Vielen Dank für Ihre Nachricht! Im Moment sind alle im Gespräch, es kann also etwas dauern. Unsere Antwort erscheint hier.",
  },
  closed: {
    en: "Thank you for your message! We are closed just now. We are back {{back}} and will answer you then.",
    sv: "Tack för ditt meddelande! Vi har stängt just nu. Vi är tillbaka {{back}} och svarar dig då.",
    nb: "Takk for meldingen! Vi har stengt akkurat nå. Vi er tilbake {{back}} og svarer deg da.",
    da: "Tak for din besked! Vi har lukket lige nu. Vi er tilbage {{back}} og svarer dig der.",
    fi: "Kiitos viestistäsi! Olemme juuri nyt suljettuna. Palaamme {{back}} ja vastaamme sinulle silloin.",
    de: "Vielen Dank für Ihre Nachricht! Wir haben gerade geschlossen. Wir sind {{back}} wieder da und antworten Ihnen dann.",
  },
};

interface About {
  state: AvailabilityState;
  /** when somebody is back; null: not known */
  backAt: Date | null;
  /** how long an answer usually takes; null: not known */
  usualMinutes: number | null;
  now: Date;
  locale: string;
  timeZone: string;
}

/** The text for that state, null when the merchant wants none said. */
export function composeChatMessage(messages: ChatMessages, about: About): string | null {
  const { on, texts } = messages[about.state];
  const language = storefrontLanguage(about.locale);
  return on ? fillIn(texts[language] || STANDARD[about.state][language], about) || null : null;
}

/** A text with its variables' values. Sentences that say what is not known are left out. */
export function fillIn(
  text: string,
  { backAt, usualMinutes, now, locale, timeZone }: Omit<About, "state">,
): string {
  const values: Record<Variable, string | null> = {
    back: backAt && sayWhenBack(backAt, now, { locale, timeZone }),
    minutes: usualMinutes === null ? null : sayMinutes(usualMinutes, locale),
  };
  const said = (sentence: string) => namesIn(sentence).every((name) => values[name] !== null);
  return text
    .split("\n")
    .map((line) => {
      const sentences = line.split(SENTENCE).filter(said);
      return sentences.join(" ").replace(NAMED, (_, name: Variable) => values[name] ?? "");
    })
    .join("\n")
    .trim();
}

/** Where one sentence ends and another begins with a capital: "kl. {{back}}" goes on. */
const SENTENCE = /(?<=[.!?…])\s+(?=\p{Lu})/u;
const NAMED = /\{\{\s*(back|minutes)\s*\}\}/g;

const namesIn = (text: string): Variable[] => [...text.matchAll(NAMED)].map(([, name]) => name as Variable);
