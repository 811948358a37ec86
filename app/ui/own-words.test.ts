import { expect, test } from "vitest";
import { forgetOwnWords, forgetRead, noteOwn, ownWords, withOwnWords } from "./own-words.ts";

const rows = [
  { id: "a", draft: false, unread: true },
  { id: "b", draft: true, unread: false },
  { id: "c", draft: true, unread: true },
];
const shown = () => withOwnWords(rows, ownWords.read());

test("a list says what this tab began, sent and read, until it has been read itself since", () => {
  noteOwn("a", { draft: true });
  noteOwn("b", { draft: false });
  noteOwn("a", { unread: false });
  const before = shown();
  expect(before.map(({ draft }) => draft)).toEqual([true, false, true]);
  expect(before.map(({ unread }) => unread)).toEqual([false, false, true]);
  expect(before[2]).toBe(rows[2]);

  forgetOwnWords(["a", "b"], Date.now() - 5_000);
  expect(shown()).toEqual(before);
  forgetOwnWords(["a", "c"], Date.now() + 5_000);
  expect(shown().map(({ draft }) => draft)).toEqual([false, false, true]);
});

test("what was read is unread again when more comes in, or when it is made so", () => {
  noteOwn("a", { unread: false, draft: true });
  forgetRead(["a", "b"]);
  expect(shown()[0]).toEqual({ id: "a", draft: true, unread: true });
  noteOwn("b", { unread: true });
  expect(shown()[1]?.unread).toBe(true);
});
