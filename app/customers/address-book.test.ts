import { expect, test } from "vitest";
import { readContact } from "./address-book.ts";

test.each([
  [" Ebba@Example.com ", { kind: "email", value: "ebba@example.com" }],
  ["+46 70-123 45 67", { kind: "phone", value: "+46701234567" }],
  ["0047 (22) 33 44 55", { kind: "phone", value: "+4722334455" }],
  ["070-123 45 67", null],
  ["+46", null],
  ["+0701234567", null],
  ["ebba@", null],
  ["", null],
  [undefined, null],
])("%j is read as %j", (written, contact) => {
  expect(readContact(written)).toEqual(contact);
});

test.each(["ebba\0@example.se", "ebba@exa\u0007mple.se", "ebba@example.s\u009fe"])(
  "%j has what no address has and no database takes",
  (written) => expect(readContact(written)).toBeNull(),
);
