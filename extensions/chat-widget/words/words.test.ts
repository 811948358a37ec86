import { describe, expect, test } from "vitest";
import { words as da } from "./da.ts";
import { words as de } from "./de.ts";
import { words as en } from "./en.ts";
import { words as fi } from "./fi.ts";
import { words as nb } from "./nb.ts";
import { words as sv } from "./sv.ts";

/** Rightly the same as in English. */
const same = ["sv order", "de name", "nb send", "da send", "nb rateSend", "da rateSend"];
const placeholders = (text: unknown) =>
  JSON.stringify(text)
    .match(/\{\w+\}/g)
    ?.sort() ?? [];

describe.each([sv, nb, da, fi, de])("$language", (words) => {
  test.each(Object.entries(words))("%s is translated and keeps what is filled in", (name, text) => {
    const english = en[name as keyof typeof en];
    expect(placeholders(text)).toEqual(placeholders(english));
    if (!same.includes(`${words.language} ${name}`)) expect(text).not.toEqual(english);
  });
});
