// When somebody is back, as one says it to a shopper: "today at 14:00", "Monday at 09:00", by a clock of theirs. Each fits
// into a sentence of its language ("Vi är tillbaka på måndag kl. 09:00."). Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../i18n/storefront-language.ts";
import { dateFormat, numberFormat } from "./formatters.ts";
import { wallAt } from "./wall-clock.ts";

interface Reader {
  /** BCP 47: "sv-SE", "de"; what we don't speak is English */
  locale: string;
  /** IANA */
  timeZone: string;
}

interface Words {
  today: (time: string) => string;
  tomorrow: (time: string) => string;
  /** within a week */
  weekday: (weekday: string, time: string) => string;
  date: (weekday: string, date: string, time: string) => string;
}

const WORDS: Record<StorefrontLanguage, Words> = {
  en: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    weekday: (weekday, time) => `${weekday} at ${time}`,
    date: (weekday, date, time) => `${weekday} ${date} at ${time}`,
  },
  sv: {
    today: (time) => `i dag kl. ${time}`,
    tomorrow: (time) => `i morgon kl. ${time}`,
    weekday: (weekday, time) => `på ${weekday} kl. ${time}`,
    date: (weekday, date, time) => `${weekday} den ${date} kl. ${time}`,
  },
  nb: {
    today: (time) => `i dag kl. ${time}`,
    tomorrow: (time) => `i morgen kl. ${time}`,
    weekday: (weekday, time) => `${weekday} kl. ${time}`,
    date: (weekday, date, time) => `${weekday} ${date} kl. ${time}`,
  },
  da: {
    today: (time) => `i dag kl. ${time}`,
    tomorrow: (time) => `i morgen kl. ${time}`,
    weekday: (weekday, time) => `på ${weekday} kl. ${time}`,
    date: (weekday, date, time) => `${weekday} den ${date} kl. ${time}`,
  },
  fi: {
    today: (time) => `tänään klo ${time}`,
    tomorrow: (time) => `huomenna klo ${time}`,
    // "On Monday" is the weekday's essive, which all seven form alike.
    weekday: (weekday, time) => `${weekday}na klo ${time}`,
    date: (weekday, date, time) => `${weekday}na ${date} klo ${time}`,
  },
  de: {
    today: (time) => `heute um ${time} Uhr`,
    tomorrow: (time) => `morgen um ${time} Uhr`,
    weekday: (weekday, time) => `am ${weekday} um ${time} Uhr`,
    date: (weekday, date, time) => `am ${weekday}, den ${date}, um ${time} Uhr`,
  },
};

/** When that is, said at `now` and heard at once. */
export function sayWhenBack(back: Date, now: Date, reader: Reader): string {
  const away = daysAway(back, now, reader);
  if (away > 1) return writeWhenBack(back, now, reader);
  const words = WORDS[storefrontLanguage(reader.locale)];
  const time = format(back, reader, { timeStyle: "short" });
  return away === 0 ? words.today(time) : words.tomorrow(time);
}

/** The same, written at `now` for whoever reads it on another day: the day by its name. */
export function writeWhenBack(back: Date, now: Date, reader: Reader): string {
  const words = WORDS[storefrontLanguage(reader.locale)];
  const time = format(back, reader, { timeStyle: "short" });
  const weekday = format(back, reader, { weekday: "long" });
  // A week from now it would be the name of today.
  if (daysAway(back, now, reader) < 7) return words.weekday(weekday, time);
  return words.date(weekday, format(back, reader, { day: "numeric", month: "long" }), time);
}

const format = (at: Date, { locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(spokenAs(locale, storefrontLanguage(locale)), { ...options, timeZone }).format(at);

const daysAway = (at: Date, now: Date, { timeZone }: Reader): number =>
  dayIn(at, timeZone) - dayIn(now, timeZone);

/** "5 minutes", "1 minute". */
export const sayMinutes = (minutes: number, locale: string): string =>
  numberFormat(spokenAs(locale, storefrontLanguage(locale)), {
    style: "unit",
    unit: "minute",
    unitDisplay: "long",
  }).format(minutes);

const REGION = /^[a-z]{2}-[A-Z]{2}$/;

/** English without a country has a clock of 24 hours; a locale we don't speak, or none, is its language's. */
function spokenAs(locale: string, language: StorefrontLanguage): string {
  if (REGION.test(locale) && locale.startsWith(language)) return locale;
  return language === "en" ? "en-GB" : language;
}

const dayIn = (at: Date, timeZone: string): number => {
  const { year, month, day } = wallAt(at, timeZone);
  return Date.UTC(year, month - 1, day) / (24 * 3600_000);
};
