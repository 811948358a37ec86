import { expect, test } from "vitest";
import { glimpse } from "./glimpse.ts";

test.each([
  ["a mail", '{"From":"ebba@example.com","Subject":"Hej \\"du\\""}', "ebba@example.com", 'Hej "du"'],
  ["a mail cut off", '{"From":"ebba@example.com","Subject":"He', "ebba@example.com", null],
  ["a form", '{"email":"ebba@example.com","topic":"Retur"}', "ebba@example.com", "Retur"],
  ["nonsense", "}{", null, null],
])("%s shows who wrote and about what, as far as it goes", (_what, body, from, subject) => {
  expect(glimpse(body)).toEqual({ from, subject });
});
