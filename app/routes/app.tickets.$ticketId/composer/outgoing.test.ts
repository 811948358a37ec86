import { expect, test } from "vitest";
import { NOBODY } from "../../../mail/person.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import { NOTHING } from "./after.ts";
import { EMPTY } from "./draft.ts";
import { fieldsFor, isComplete } from "./outgoing.ts";

const ebba = { ...NOBODY, to: [{ name: "Ebba", address: "ebba@example.com" }] };
const written = { ...EMPTY, html: "<p>Hej</p>" };
const shown: Card = {
  kind: "product",
  title: "Tova mössa",
  price: "349.00",
  currency: "SEK",
  url: "https://fjallrum.example/products/tova-mossa",
};

test("by mail an answer needs somebody it goes to; in a chat it needs nobody", () => {
  expect(isComplete("reply", written, NOBODY)).toBe(false);
  expect(isComplete("reply", written, ebba)).toBe(true);
  expect(isComplete("reply", written, NOBODY, [])).toBe(true);
});

test("in a chat a product may go without words, nothing at all may not", () => {
  expect(isComplete("reply", EMPTY, NOBODY, [])).toBe(false);
  expect(isComplete("reply", EMPTY, NOBODY, [shown])).toBe(true);
});

test("what is said in a chat carries its cards and no recipients", () => {
  const around = { recipients: ebba, seen: null, merge: null, after: NOTHING };
  const said = fieldsFor("reply", written, { ...around, said: [shown] });
  expect(said).toMatchObject({ to: "[]", cards: JSON.stringify([shown]) });
  const mailed = fieldsFor("reply", written, { ...around, said: null });
  expect(mailed.to).toContain("ebba@example.com");
  expect(mailed).not.toHaveProperty("cards");
});
