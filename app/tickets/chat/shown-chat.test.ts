import { expect, test } from "vitest";
import { readCart, readPage } from "./shown-chat.ts";

test.each([
  ["/products/jacka?variant=1", "https://fjallrum.example/products/jacka?variant=1"],
  ["https://evil.example/x", "https://fjallrum.example/x"],
  ["//evil.example/x", "https://fjallrum.example/x"],
  ["javascript:alert(1)", null],
])("a visitor said to be on %s is followed to the shop only", (url, link) => {
  expect(readPage({ url, title: "Jacka" }, "fjallrum.example")).toEqual({ url: link, title: "Jacka" });
});

test("a page without a title is called by its address, and what is no page is none", () => {
  expect(readPage({ url: "/cart", title: " " }, "fjallrum.example")?.title).toBe("/cart");
  expect(readPage({ url: 5 }, "fjallrum.example")).toBeNull();
});

test("a cart is shown as far as it is one", () => {
  const items = Array.from({ length: 30 }, (_, n) => ({ title: `${n}`, quantity: 1, price: 100 }));
  expect(readCart({ currency: "SEK", total: 3000, items })?.items).toHaveLength(20);
  expect(readCart({ currency: "SEK", total: 0, items: [] })).toBeNull();
  expect(readCart({ currency: "<b>", total: 1, items })).toBeNull();
  expect(readCart(null)).toBeNull();
});
