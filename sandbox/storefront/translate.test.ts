import { expect, test } from "vitest";
import { translate } from "./translate.ts";

const en = {
  hello: "Hello {{ name }}",
  rich_html: "<b>{{ name }}</b>",
  days: { one: "{{ count }} day", other: "{{ count }} days", zero: "today" },
};
const voice = {
  language: "sv",
  catalogs: [{ days: { one: "{{ count }} dag", other: "{{ count }} dagar" } }, en],
};

test.each([
  ["hello", { name: "<Åsa>" }, "Hello &lt;Åsa&gt;"],
  ["rich_html", { name: "<Åsa>" }, "<b>&lt;Åsa&gt;</b>"],
  ["days", { count: 1 }, "1 dag"],
  ["days", { count: 3 }, "3 dagar"],
  ["hello", {}, "Hello {{ name }}"],
  ["no.such", {}, "Translation missing: sv.no.such"],
])("%s with %o reads %s", (key, values, text) => {
  expect(translate(key, values, voice)).toBe(text);
});

test("a language with more plural forms uses them, and zero has a form of its own", () => {
  const few = { n: { one: "1 den", few: "{{ count }} dny", other: "{{ count }} dní", zero: "dnes" } };
  const czech = { language: "cs", catalogs: [few] };
  expect(translate("n", { count: 3 }, czech)).toBe("3 dny");
  expect(translate("n", { count: 0 }, czech)).toBe("dnes");
});
