/**
 * Text as PostgreSQL and a page can hold it: NUL gone (text columns refuse it), lone surrogates replaced,
 * line ends one kind, and no longer than `most` characters. Direction overrides stay: they are content.
 */
export const cleanText = (text: string, most: number): string =>
  text.toWellFormed().replace(/\0/g, "").replace(/\r\n?/g, "\n").slice(0, most).toWellFormed();
