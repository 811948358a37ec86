// A visitor's clock and language, in the reader's words. Pure.

/** What their clocks say, with the weekday when it is another day there; null for a zone nobody knows. */
export function localTime(now: Date, timeZone: string, locale: string): string | null {
  try {
    return new Intl.DateTimeFormat(locale, {
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
    }).format(now);
  } catch {
    return null;
  }
}

/** "Finnish" for "fi-FI"; null for what is no language. */
export function languageName(written: string, locale: string): string | null {
  try {
    const language = written.split(/[-_]/)[0] ?? "";
    const name = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(language);
    return name ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : null;
  } catch {
    return null;
  }
}
