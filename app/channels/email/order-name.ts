// The order a mail names: "Re: Order #1001 confirmed", "beställning 1001", "ordrenr. SE-1001". Pure.

/** An order's name as stores write them, with its mark: "#1001", "#SE-1001". */
const MARKED = /(?<![\p{L}\p{N}#&[/])#((?:\p{Lu}{1,6}-?)?\d{3,10}(?:-?\p{Lu}{1,4})?)(?![\p{L}\p{N}\]])/u;

/** The word before it, where the mark is left out. */
const WORDS =
  "order|ordre|ordern|ordren|beställning(?:en)?|bestilling(?:en)?|bestellung|tilaus|commande|pedido|ordine|zamówienie|köp|kjøp";
const NUMBER = "number|nummer|numret|nr|no|num|numero|nro";
const WORDED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS})(?:s?(?:${NUMBER})|[ -](?:${NUMBER}))?[.:]?\\s{0,3}#?((?:[A-Z]{1,6}-?)?\\d{3,10}(?:-?[A-Z]{1,4})?)(?![\\p{L}\\p{N}])`,
  "iu",
);

const MOST_TEXT = 4_000;

/** The first order named, as Shopify names it; null for none. The subject comes first: a mail's text may quote others. */
export function orderNameIn(subject: string, text: string): string | null {
  for (const said of [subject, text.slice(0, MOST_TEXT)]) {
    const found = MARKED.exec(said)?.[1] ?? WORDED.exec(said)?.[1]?.toUpperCase();
    if (found) return `#${found}`;
  }
  return null;
}
