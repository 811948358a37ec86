// Intl's formatters, each made once: to make one costs a hundred times what using it does, and a list asks for dozens.

/** More kinds than a page ever shows; languages and zones come from outside, and may not fill the memory. */
const MOST = 500;
const made = new Map<string, unknown>();

/** Throws RangeError for a language, unit or currency that is none. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  known(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));

/** Throws RangeError for a language or time zone that is none. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  known(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));

/** "5 minutes ago". Throws RangeError for a language that is none. */
export const agoFormat = (locale: string): Intl.RelativeTimeFormat =>
  known(`ago ${locale}`, () => new Intl.RelativeTimeFormat(locale));

function known<Formatter>(key: string, make: () => Formatter): Formatter {
  const before = made.get(key) as Formatter | undefined;
  if (before) return before;
  if (made.size >= MOST) made.clear();
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}
