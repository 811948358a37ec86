import { expect, test } from "vitest";
import { eachOnce, readRecipients } from "./recipients.ts";

const ebba = { name: "Ebba Lindqvist", address: "ebba@example.com" };
const nils = { name: "Nils Ek", address: "nils@example.com" };

test.each([
  ["a mail header", "Ebba Lindqvist <ebba@example.com>, Nils Ek <Nils@Example.com>"],
  ["one per line", "Ebba Lindqvist <ebba@example.com>\r\nNils Ek nils@example.com"],
  [
    "quoted names with commas around",
    '"Ebba Lindqvist" <ebba@example.com>; "Nils Ek" <mailto:nils@example.com>',
  ],
  [
    "a spreadsheet with its heading",
    "E-mail;Name\nebba@example.com;Ebba Lindqvist\nnils@example.com;Nils Ek",
  ],
  ["columns with first and last name", "Ebba,Lindqvist,ebba@example.com\nNils,Ek,nils@example.com,,14"],
  ["columns cut by tabs", "Ebba Lindqvist\tebba@example.com\nNils Ek\tnils@example.com"],
  ["names between the addresses", "Ebba Lindqvist, ebba@example.com, Nils Ek, nils@example.com"],
])("reads %s", (_, text) => {
  expect(readRecipients(text)).toEqual({ people: [ebba, nils], invalid: [] });
});

test("reads bare addresses, whatever stands between them", () => {
  const addresses = ["a@x.example", "b@x.example", "c@x.example", "d@x.example"];
  expect(readRecipients("a@x.example b@x.example,c@x.example\n\n <d@x.example>").people).toEqual(
    addresses.map((address) => ({ name: "", address })),
  );
});

test("each address once, the first with its name", () => {
  expect(readRecipients("Ebba Lindqvist <ebba@example.com>\nEBBA@example.com").people).toEqual([ebba]);
  expect(eachOnce([nils, ebba, { ...nils, name: "" }])).toEqual([nils, ebba]);
});

test("says what is no address, as it was written", () => {
  const { people, invalid } = readRecipients("ebba@example.com\nnils@\nKarin\na@b@c.example, x@localhost");
  expect(people.map(({ address }) => address)).toEqual(["ebba@example.com"]);
  expect(invalid).toEqual(["nils@", "Karin", "a@b@c.example", "x@localhost"]);
});

test("a name cannot carry a header along", () => {
  expect(readRecipients('"Ebba\u0000\u202e" <ebba@example.com>').people).toEqual([{ ...ebba, name: "Ebba" }]);
});

test("a huge paste takes no time", () => {
  const began = performance.now();
  readRecipients(
    `${"<".repeat(50_000)}\n${'"'.repeat(50_000)}\n${"a@".repeat(50_000)}\n${"x ".repeat(100_000)}`,
  );
  expect(performance.now() - began).toBeLessThan(2_000);
});
