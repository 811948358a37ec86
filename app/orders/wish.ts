// What a customer wants changed about an order before it leaves, by their words: in Swedish, Norwegian, Danish,
// Finnish, English and German. Wrong now and then: it only sorts tickets to the top, where a person reads them. Pure.
import { ADDRESS, CANCEL, ITEM, NOT_ABOUT_IT, type Words } from "./wish-words.ts";

export const WISHES = ["cancel", "address", "item"] as const;
export type Wish = (typeof WISHES)[number];

export const wishOf = (text: unknown): Wish | null => WISHES.find((known) => known === text) ?? null;

/** Nobody needs longer to say it. */
const READ = 5_000;

const LISTS: [Wish, Words][] = [
  ["cancel", CANCEL],
  ["address", ADDRESS],
  ["item", ITEM],
];

/** The first of these that a sentence of theirs says; cancelling goes before all else. */
export function wishIn(...texts: (string | null)[]): Wish | null {
  const sentences = texts.flatMap((text) => sentencesOf(text ?? ""));
  const found = LISTS.find(([, words]) => sentences.some((sentence) => says(sentence, words)));
  return found?.[0] ?? null;
}

/** Lines they quote are somebody else's. Dates and order numbers hold full stops, so those need a space after. */
const sentencesOf = (text: string): string[] =>
  text
    .slice(0, READ)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*>.*$/gm, "")
    .split(/[.!?;]+\s|\n+/)
    .map((sentence) => sentence.replace(/[’`]/g, "'").replace(/\s+/g, " ").trim())
    .filter(Boolean);

const says = (sentence: string, { yes, no }: Words): boolean =>
  yes.some((words) => words.test(sentence)) &&
  ![...no, ...NOT_ABOUT_IT].some((words) => words.test(sentence));
