import { expect, test } from "vitest";
import en from "./en.json" with { type: "json" };
import nb from "./nb.json" with { type: "json" };
import sv from "./sv.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

const texts = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );

const english = new Map(texts(en));
const others = { sv: new Map(texts(sv)), nb: new Map(texts(nb)) };

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name);

// Words that are the same in both languages.
const SAME: Record<keyof typeof others, string[]> = {
  sv: ["roles.support"],
  nb: ["channels.chat"],
};

test.each(["sv", "nb"] as const)("%s has exactly the texts English has", (language) => {
  expect([...others[language].keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(["sv", "nb"] as const)("%s has the placeholders English has, wherever it puts them", (language) => {
  for (const [key, text] of english) {
    const theirs = new Set(placeholders(others[language].get(key) ?? ""));
    expect(theirs, key).toEqual(new Set(placeholders(text)));
  }
});

test.each(["sv", "nb"] as const)("nothing in %s was left in English", (language) => {
  const left = [...english].filter(([key, text]) => others[language].get(key) === text).map(([key]) => key);
  expect(left).toEqual(SAME[language]);
});

test("no text is empty, and every plural has all its forms", () => {
  for (const words of [english, others.sv, others.nb]) {
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe("");
      if (key.endsWith("_one")) expect(words.has(key.replace(/_one$/, "_other")), key).toBe(true);
    }
  }
});
