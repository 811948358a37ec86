import { expect, test } from "vitest";
import { readMetrics, readPlace, writePlace } from "./metrics.ts";

test.each([
  [null, []],
  ["", []],
  ["form,ordered", ["ordered", "form"]],
  ["ordered,ordered,nonsense", ["ordered"]],
])("%j names %j", (text, metrics) => {
  expect(readMetrics(text)).toEqual(metrics);
});

test("a place is read as it was written, and nothing else is one", () => {
  const written = writePlace({ at: "2026-11-28T10:00:00.123Z", key: "5001:ordered" });
  expect(readPlace(written)).toEqual({ at: new Date("2026-11-28T10:00:00.123Z"), key: "5001:ordered" });
  for (const text of [null, "", "now", "2026-13-45T99:99:99.000Z a", "2026-11-28T10:00:00.123Z '"])
    expect(readPlace(text)).toBeNull();
});
