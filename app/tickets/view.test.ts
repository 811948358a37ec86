import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../lib/id.ts";
import { readCursor, viewOf, writeCursor } from "./view.ts";

test.each([
  ["closed", "closed"],
  ["all", "all"],
  ["inbox", "inbox"],
  ["Closed", "inbox"],
  ["constructor", "inbox"],
  ["", "inbox"],
  [null, "inbox"],
])("the address asks for %j and gets %j", (asked, view) => {
  expect(viewOf(asked)).toBe(view);
});

test("a cursor is read back as it was written", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") }), (at) => {
      const id = newId();
      expect(readCursor(writeCursor({ at, id }))).toEqual({ at, id });
    }),
  );
});

test.each([
  null,
  "",
  "_",
  "2026-11-21T00:00:00.000Z",
  `_${newId()}`,
  `yesterday_${newId()}`,
  "2026-11-21T00:00:00.000Z_' OR 1=1--",
  `2026-11-21T00:00:00.000Z ${newId()}`,
])("%j is the first page", (text) => {
  expect(readCursor(text)).toBeNull();
});

test("no text is a cursor that the database would choke on", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cursor = readCursor(text);
      return cursor === null || !Number.isNaN(cursor.at.getTime());
    }),
  );
});
