/**
 * JSON from outside, every text in it as PostgreSQL can hold it: "\u0000" and half a letter are valid JSON, and no
 * column takes them. Throws what JSON.parse throws.
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replace(/\0/g, "") : value,
  );
