import { expect, test } from "vitest";
import { wantsFiles } from "./pasted-files.ts";

test.each([
  ["a screenshot", { files: 1, html: "", text: "" }, true],
  [
    "an image copied from a page",
    { files: 1, html: `<meta charset="utf-8"><img src="https://x.example/a.png">`, text: "" },
    true,
  ],
  ["words of Word, with their picture", { files: 1, html: "<p class=MsoNormal>Hej</p>", text: "Hej" }, false],
  [
    "cells of Excel, with their picture",
    { files: 1, html: "<table><tr><td>1</td></tr></table>", text: "1\n" },
    false,
  ],
  ["words", { files: 0, html: "", text: "Hej" }, false],
])("%s", (_, clipboard, wanted) => {
  expect(wantsFiles(clipboard)).toBe(wanted);
});
