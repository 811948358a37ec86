import { expect, test } from "vitest";
import { drafted, forgetDrafted, noteDrafted, withDrafted } from "./drafted.ts";

const rows = [
  { id: "a", draft: false },
  { id: "b", draft: true },
  { id: "c", draft: true },
];

test("a list says what this tab began and sent, until it has been read since", () => {
  noteDrafted("a", true);
  noteDrafted("b", false);
  const shown = withDrafted(rows, drafted.read());
  expect(shown.map(({ draft }) => draft)).toEqual([true, false, true]);
  expect(shown[2]).toBe(rows[2]);

  forgetDrafted(["a", "b"], Date.now() - 5_000);
  expect(withDrafted(rows, drafted.read())).toEqual(shown);
  forgetDrafted(["a", "c"], Date.now() + 5_000);
  expect(withDrafted(rows, drafted.read()).map(({ draft }) => draft)).toEqual([false, false, true]);
});
