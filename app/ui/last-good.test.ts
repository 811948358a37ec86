import { expect, test } from "vitest";
import { ask, forgetEverything, lastKnown, onOldShown, orLastGood, whenForgotten } from "./last-good.ts";

const request = (path: string) => new Request(`https://app.example${path}`);
const works = (data: string) => () => Promise.resolve(data);
const breaks = (error: unknown) => () => Promise.reject(error);

test("what was shown stays while the server cannot be reached or breaks", async () => {
  expect(await orLastGood("list", request("/a"), works("one"))).toBe("one");
  expect(await orLastGood("list", request("/a"), breaks(new TypeError("Failed to fetch")))).toBe("one");
  expect(await orLastGood("list", request("/a"), breaks(new Response("", { status: 503 })))).toBe("one");
  expect(await orLastGood("list", request("/a"), works("two"))).toBe("two");
});

test("an address that was never shown fails, also beside one that was", async () => {
  const failure = new TypeError("Failed to fetch");
  await expect(orLastGood("list", request("/a?view=all"), breaks(failure))).rejects.toBe(failure);
  await expect(orLastGood("other", request("/a"), breaks(failure))).rejects.toBe(failure);
});

test("a refusal is meant and gets through", async () => {
  const refused = new Response("", { status: 403 });
  await orLastGood("list", request("/b"), works("one"));
  await expect(orLastGood("list", request("/b"), breaks(refused))).rejects.toBe(refused);
});

test("whoever asked is told when something old is shown, and only then", async () => {
  let told = 0;
  const stop = onOldShown(() => told++);
  await orLastGood("list", request("/c"), works("one"));
  expect(told).toBe(0);
  await orLastGood("list", request("/c"), breaks(new Response("", { status: 503 })));
  expect(told).toBe(1);
  stop();
  await orLastGood("list", request("/c"), breaks(new Response("", { status: 503 })));
  expect(told).toBe(1);
});

test("an answer that was asked for earlier does not replace one asked for later", async () => {
  let answerFirst: (data: string) => void = () => {};
  const first = ask("slow", () => new Promise<string>((resolve) => (answerFirst = resolve)));
  expect(await ask("slow", works("newer"))).toBe("newer");
  answerFirst("older");
  expect(await first).toBe("newer");
  expect(lastKnown("slow")).toBe("newer");
});

test("who is refused has nothing left, and what is gone is forgotten", async () => {
  let cards = 1;
  whenForgotten(() => (cards = 0));
  await ask("one", works("1"));
  await ask("two", works("2"));
  await expect(ask("one", breaks(new Response("", { status: 404 })))).rejects.toBeInstanceOf(Response);
  expect([lastKnown("one"), lastKnown("two"), cards]).toEqual([null, "2", 1]);
  await expect(ask("one", breaks(new Response("", { status: 403 })))).rejects.toBeInstanceOf(Response);
  expect([lastKnown("two"), cards]).toEqual([null, 0]);
  await ask("two", works("2"));
  forgetEverything();
  expect(lastKnown("two")).toBe(null);
});
