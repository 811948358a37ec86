/** Shopify's search has signs of its own; the words are all that is meant. Pure. */
export const wordsForShopify = (typed: string): string =>
  typed
    .replace(/[^\p{L}\p{N}\s.-]+/gu, " ")
    .replace(/(^|\s)-+/g, " ")
    .trim()
    .slice(0, 100);
