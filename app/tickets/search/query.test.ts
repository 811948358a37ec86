import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_SEARCH } from "../filter.ts";
import { isEmptyQuery, readQuery, readTyping, withBeginning, type Condition, type Term } from "./query.ts";

const term = (word: string, given: Partial<Term> = {}): Term => ({
  word,
  section: null,
  beginning: false,
  stemmed: true,
  not: false,
  ...given,
});

test.each<[string, Term[]]>([
  ["jacka", [term("jacka")]],
  ["jack*", [term("jack", { beginning: true })]],
  ["fel stor* ull", [term("fel"), term("stor", { beginning: true }), term("ull")]],
  ['"fel storlek" jacka', [term("fel storlek", { stemmed: false }), term("jacka")]],
  ['"fel stor*"', [term("fel stor", { stemmed: false, beginning: true })]],
  ["retur -jack*", [term("retur"), term("jack", { not: true, beginning: true })]],
  ["from:ebb*", [term("ebb", { section: "from", beginning: true })]],
  ['FROM:"Ebba Lindqvist"', [term("Ebba Lindqvist", { section: "from", stemmed: false })]],
  ["-to:jonas@example.com x", [term("jonas@example.com", { section: "to", not: true }), term("x")]],
  ["colour:red", [term("colour:red")]],
  ["status:lost", [term("status:lost")]],
  ["before:yesterday", [term("before:yesterday")]],
  ["e*", [term("e")]],
])("%s asks for words", (typed, terms) => {
  expect(readQuery(typed)).toEqual({ terms, conditions: [], view: null });
});

test.each([
  ["jack", "jack*"],
  ["retur -jack", "retur -jack*"],
  ['"fel stor', '"fel stor*'],
  ["label:vip eb", "label:vip eb*"],
  ["status:lost", "status:lost*"],
])("%s may go on as %s", (typed, opened) => {
  expect(withBeginning(typed)).toBe(opened);
  expect(readTyping(typed)).toEqual(readQuery(opened));
});

test.each(["", "j", "jack*", '"jacka"', "label:vip", "from:ebb", "jacka is:open"])("%j is whole", (typed) => {
  expect(withBeginning(typed)).toBeNull();
  expect(readTyping(typed)).toEqual(readQuery(typed));
});

test.each<[string, Condition[]]>([
  ['label:"VIP kund"', [{ on: "label", value: "VIP kund", not: false }]],
  ["-label:vip", [{ on: "label", value: "vip", not: true }]],
  ["is:unread", [{ on: "unread", not: false }]],
  ["is:read", [{ on: "unread", not: true }]],
  ["is:open status:CLOSED", [{ on: "status", value: "open", not: false }, { on: "status", value: "closed", not: false }]], // prettier-ignore
  ["has:attachment", [{ on: "files", not: false }]],
  ["priority:urgent channel:email", [{ on: "priority", value: "urgent", not: false }, { on: "channel", value: "email", not: false }]], // prettier-ignore
  ["assignee:me store:Fjällrum", [{ on: "assignee", value: "me", not: false }, { on: "store", value: "Fjällrum", not: false }]], // prettier-ignore
  ["before:2026-05 after:2025-12-24", [{ on: "before", value: "2026-05-01", not: false }, { on: "after", value: "2025-12-24", not: false }]], // prettier-ignore
  ["order:#2188", [{ on: "order", value: "#2188", not: false }]],
])("%s asks the ticket", (typed, conditions) => {
  expect(readQuery(typed)).toEqual({ terms: [], conditions, view: null });
});

test("archived and spam are looked for by saying so", () => {
  expect(readQuery("is:spam")).toEqual({ terms: [], conditions: [], view: "spam" });
  expect(readQuery("is:archived retur").view).toBe("archived");
});

test.each(["", "   ", '""', "-", "from:", 'label:""'])("%j asks for nothing", (typed) => {
  expect(isEmptyQuery(readQuery(typed))).toBe(true);
});

test("anything can be typed", () => {
  const piece = fc.constantFrom('"', "-", ":", " ", "from:", "is:", "label:", "before:", "\0", "\ud800", "å", "&", "|", "!", "<->", "')"); // prettier-ignore
  const typed = fc.oneof(fc.string(), fc.array(piece).map((some) => some.join(""))); // prettier-ignore
  fc.assert(
    fc.property(typed, (text) => {
      const { terms, conditions } = readTyping(text);
      expect(terms.length + conditions.length).toBeLessThanOrEqual(24);
      for (const { word } of terms) expect(word.length).toBeLessThanOrEqual(LONGEST_SEARCH);
    }),
    { numRuns: 30 },
  );
});

test("the order of words is no matter, and a quoted word is what it is", () => {
  const word = fc.stringMatching(/^[a-zåäö]{2,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const quoted = words.map((one) => `"${one}"`).join(" ");
      expect(readQuery(quoted).terms.map((one) => one.word)).toEqual(words);
      expect(readQuery(words.join(" ")).terms.map((one) => one.word)).toEqual(words);
    }),
  );
});
