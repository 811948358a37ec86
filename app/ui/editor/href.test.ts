import { expect, test } from "vitest";
import { hrefFrom, isAllowedHref } from "./href.ts";

test.each([
  ["https://samla.example/a?b=c", true],
  ["HTTP://samla.example", true],
  ["mailto:ebba@example.com", true],
  ["tel:+4670123", true],
  ["javascript:alert(1)", false],
  ["java\nscript:alert(1)", false],
  [" javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["file:///c:/x", false],
  ["//samla.example", false],
  ["/app/tickets", false],
  ["#top", false],
  ["https:///x", false],
  ["", false],
])("%j may be linked: %s", (href, allowed) => {
  expect(isAllowedHref(href)).toBe(allowed);
});

test.each([
  ["samla.example", "https://samla.example"],
  ["  www.samla.example/retur?x=1 ", "https://www.samla.example/retur?x=1"],
  ["samla.example:8080/x", "https://samla.example:8080/x"],
  ["https://samla.example", "https://samla.example"],
  ["ebba@example.com", "mailto:ebba@example.com"],
  ["+46 70-123 45 67", "tel:+46701234567"],
  ["javascript:alert(1)", null],
  ["inte en adress", null],
  ["retur", null],
  ["", null],
])("what is written as %j leads to %j", (written, href) => {
  expect(hrefFrom(written)).toBe(href);
});
