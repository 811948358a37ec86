import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test("text that no column takes is put right, however deep it stands", () => {
  const written = String.raw`{"a":["x\u0000y",{"b":"\ud800z"}],"c":1,"d":null}`;
  expect(parseJson(written)).toEqual({ a: ["xy", { b: "\ufffdz" }], c: 1, d: null });
});

test("what is no JSON, or far too deep, throws", () => {
  expect(() => parseJson("{")).toThrow();
  expect(() => parseJson("[".repeat(50_000) + "]".repeat(50_000))).toThrow();
});
