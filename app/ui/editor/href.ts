// Where a link in a mail may lead: to a page, an address or a telephone. Pure.

/** True for http, https, mailto and tel, and for nothing else. */
export function isAllowedHref(href: string): boolean {
  // Browsers ignore control characters and spaces inside the name of a scheme.
  const seen = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, "");
  return /^(?:https?:\/\/[^/]|mailto:[^@]+@|tel:\+?\d)/i.test(seen);
}

/** What somebody wrote as an address, made into one; null when it cannot be. */
export function hrefFrom(written: string): string | null {
  const text = written.trim();
  if (!text) return null;
  if (isAllowedHref(text)) return isParsable(text) ? text : null;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d\s()-]{5,20}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, "")}`;
  const guessed = `https://${text}`;
  return /^[^\s:/?#]+\.[^\s:/?#.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text) && isParsable(guessed)
    ? guessed
    : null;
}

const isParsable = (href: string): boolean => URL.canParse(href);
