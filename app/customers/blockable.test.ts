import { expect, test } from "vitest";
import { blockableDomain, readBlockable } from "./blockable.ts";

test.each([
  ["Ebba@Example.com ", "ebba@example.com"],
  ["@Seo-Offers.example", "@seo-offers.example"],
  ["@gmail.com", null],
  ["@yahoo.co.uk", null],
  ["@", null],
  ["example.com", null],
  ["a@b@c", null],
  ["", null],
  [undefined, null],
])("%j can be blocked as %j", (written, value) => {
  expect(readBlockable(written)).toBe(value);
});

test("a whole domain can be blocked unless everybody has their mail there", () => {
  expect(blockableDomain("x@seo.example")).toBe("seo.example");
  expect(blockableDomain("x@hotmail.se")).toBeNull();
});
