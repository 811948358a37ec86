// A file's name as its sender wrote it, made safe to show and to save under. Pure.

const MOST_LETTERS = 200;
const MOST_EXTENSION = 20;

/** Control, formatting and bidi characters: what is not seen, or makes the rest be seen in another order. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Not allowed in names on one system or another. */
const FORBIDDEN = /[<>:"|?*]/g;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Never empty, without path or hidden characters, at most 200 letters; the extension survives. */
export function safeName(written: string): string {
  const shown = visible(written)
    .replace(FORBIDDEN, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const name = shortened(DEVICE.test(shown) ? `_${shown}` : shown);
  return name || "attachment";
}

/** Lower case without its dot; "htaccess" of a name that is nothing else; empty without any. */
export function extensionOf(written: string): string {
  const [, extension = ""] = /\.([^.\s]{1,20})$/.exec(visible(written).replace(/[\s.]+$/, "")) ?? [];
  return extension.toLowerCase();
}

/** The extensions before the last one, nearest first: "pdf" of "invoice.pdf.exe". */
export const earlierExtensions = (written: string): string[] =>
  visible(written)
    .toLowerCase()
    .split(".")
    .slice(1, -1)
    .map((part) => part.trim())
    .reverse();

/** The name holds characters that turn the order of its letters around: no mail program writes them by itself. */
export const turnsAround = (written: string): boolean => BIDI.test(written);

const visible = (written: string): string =>
  (written.split(/[/\\]/).filter(Boolean).at(-1) ?? "")
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();

function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= MOST_LETTERS) return name;
  const dot = letters.lastIndexOf(".");
  const extension = dot > 0 && letters.length - dot <= MOST_EXTENSION ? letters.slice(dot) : [];
  return [...letters.slice(0, MOST_LETTERS - extension.length), ...extension].join("").trim();
}
