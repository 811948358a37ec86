import { expect, test } from "vitest";
import { parsePeople, withPeople } from "./parse-people.ts";

const ebba = { name: "Ebba Lindqvist", address: "ebba@example.com" };
const plain = (address: string) => ({ name: "", address });

test.each([
  ["ebba@example.com", [plain("ebba@example.com")]],
  ["  EBBA@Example.com ", [plain("ebba@example.com")]],
  ["Ebba Lindqvist <ebba@example.com>", [ebba]],
  ['"Ebba Lindqvist" <ebba@example.com>', [ebba]],
  ["'Ebba Lindqvist' <ebba@example.com>", [ebba]],
  ['"Lindqvist, Ebba" <ebba@example.com>', [{ ...ebba, name: "Lindqvist, Ebba" }]],
  ['"ebba@example.com" <ebba@example.com>', [plain("ebba@example.com")]],
  ["<ebba@example.com>", [plain("ebba@example.com")]],
  ["mailto:ebba@example.com", [plain("ebba@example.com")]],
  ["Ebba Lindqvist <ebba@example.com>, jonas@example.com", [ebba, plain("jonas@example.com")]],
  ["a@example.com; b@example.com\nc@example.com,", ["a", "b", "c"].map((one) => plain(`${one}@example.com`))],
  ["a@example.com b@example.com", [plain("a@example.com"), plain("b@example.com")]],
  [
    "Ebba Lindqvist <ebba@example.com> Jonas <j@example.com>",
    [ebba, { name: "Jonas", address: "j@example.com" }],
  ],
  ["ebba@example.com, EBBA@example.com", [plain("ebba@example.com")]],
  ["åsa@hälsa.example.se", [plain("åsa@hälsa.example.se")]],
  ["anna+retur@mail.example.co.uk", [plain("anna+retur@mail.example.co.uk")]],
  ["", []],
  [" , ; \n", []],
])("%j names its people", (written, people) => {
  expect(parsePeople(written)).toEqual({ people, invalid: [] });
});

test.each([
  "ebba",
  "ebba@",
  "@example.com",
  "ebba@example",
  "ebba@@example.com",
  "ebba@example..com",
  "ebba @example.com",
  "Ebba <ebba>",
  "ebba@-example.com",
])("%j is no address", (written) => {
  expect(parsePeople(written)).toEqual({ people: [], invalid: [written] });
});

test("what is no address does not take the others with it", () => {
  expect(parsePeople("ebba@example.com, jonas, c@example.com")).toEqual({
    people: [plain("ebba@example.com"), plain("c@example.com")],
    invalid: ["jonas"],
  });
});

test("a quotation mark nobody closes ends with its line", () => {
  const { people, invalid } = parsePeople('"Ebba <e@example.com>\nb@example.com');
  expect([...people.map(({ address }) => address), ...invalid]).toHaveLength(2);
  expect(people.map(({ address }) => address)).toContain("b@example.com");
});

test("nobody is there twice", () => {
  expect(withPeople([ebba], [plain("ebba@example.com"), plain("b@example.com")])).toEqual([
    ebba,
    plain("b@example.com"),
  ]);
});

test("a hundred thousand characters are read at once", () => {
  expect(parsePeople("<a@".repeat(40_000)).people).toEqual([]);
});
