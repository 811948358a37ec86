// A file somebody sent or wants to send: what is known of it beside its bytes. Pure.

export const DANGERS = ["executable", "script", "macro", "archive", "disguised"] as const;
export type Danger = (typeof DANGERS)[number];

/** So many of one mail are kept; the rest are named only. */
export const MOST_FILES = 100;

/** A file whose bytes the storage driver has under `key` (or has not: `missing` says why), not yet a row. */
export interface StoredFile {
  id: string;
  key: string;
  /** safe to show and to save under */
  name: string;
  /** what the bytes are, else what the sender said */
  contentType: string;
  /** bytes */
  size: number;
  /** Content-ID without brackets */
  contentId: string | null;
  /** stands in the text: no notice on the ticket */
  inline: boolean;
  danger: Danger | null;
  /** pixels, of an image that may be shown */
  width: number | null;
  height: number | null;
  missing: "too-large" | "broken" | null;
}

/** A file as a page gets it. */
export interface ShownFile extends Omit<StoredFile, "key"> {
  /** signed, expires; answers with `attachment` and nosniff. null when the bytes are missing */
  url: string | null;
}
