import { expect, test } from "vitest";
import { addressesIn } from "./linked.ts";

const links = (text: string) => addressesIn(text).flatMap(({ href }) => href ?? []);

test.each([
  ["See https://shop.example/a?b=1.", ["https://shop.example/a?b=1"]],
  [
    "(https://shop.example/a_(b)), or www.shop.example!",
    ["https://shop.example/a_(b)", "https://www.shop.example/"],
  ],
  ["HTTP://SHOP.EXAMPLE/Ä…", ["http://shop.example/%C3%84"]],
  ["javascript:alert(1) data:text/html,x //shop.example", []],
  ["https://localhost http://", []],
  [`https://shop.example/"onmouseover=alert(1)`, ["https://shop.example/"]],
])("in %j these are addresses: %j", (text, found) => {
  expect(links(text)).toEqual(found);
  expect(
    addressesIn(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
