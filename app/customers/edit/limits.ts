// What Shopify takes of notes and tags. Pure.

export const LONGEST_NOTE = 5_000;
export const LONGEST_TAG = 255;

/** One tag as it is kept: a comma would make it two. Null for none, and for one too long. */
export function readTag(written: string | undefined): string | null {
  const tag = (written ?? "")
    .replace(/[\p{Cc}\p{Cf},]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return tag && tag.length <= LONGEST_TAG ? tag : null;
}
