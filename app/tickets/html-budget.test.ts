import { expect, test } from "vitest";
import { withinBudget } from "./html-budget.ts";

const message = (id: string, size: number | null) => ({ id, html: size === null ? null : "x".repeat(size) });

test("the newest mails come with the page, and what would make it heavy comes later", () => {
  const shown = withinBudget([
    message("newest", 600_000),
    message("text", null),
    message("too much", 500_000),
    message("text too", null),
  ]);
  expect(shown.map(({ html }) => html?.length ?? null)).toEqual([600_000, null, null, null]);
  expect(shown.map((one) => "htmlLater" in one)).toEqual([false, false, true, false]);
});
