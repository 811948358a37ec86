import { expect, test } from "vitest";
import { aboveMark, ANSWER_MARK } from "./answer-mark.ts";

const mark = `${ANSWER_MARK} Write your answer above this line ${ANSWER_MARK}`;
const rest = "Ebba wrote to Björk:\n\nHej!";

test.each([
  [
    "Gmail",
    `Hi, yes.\n\nOn Sat, Nov 21, 2026 at 10:12 AM Ebba · Björk <mail@samla.example>\nwrote:\n\n> ${mark}\n>\n> ${rest}`,
  ],
  [
    "Apple Mail",
    `Hi, yes.\n\n> On 21 Nov 2026, at 10:12, Ebba · Björk <mail@samla.example> wrote:\n> \n> ${mark}\n> ${rest}`,
  ],
  [
    "Outlook",
    `Hi, yes.\n\nFrom: Ebba · Björk <mail@samla.example>\nSent: Saturday, 21 November 2026 10:12\nTo: Tove Lind <tove@bjork.example>\nSubject: [BC-1001] Fel storlek\n\n${mark}\n\n${rest}`,
  ],
  [
    "Outlook in Swedish, with a rule",
    `Hi, yes.\n________________________________\nFrån: Ebba <mail@samla.example>\nSkickat: den 21 november 2026 10:12\nTill: Tove\nÄmne: [BC-1001] Fel storlek\n\n${mark}\n\n${rest}`,
  ],
  [
    "Outlook's Original Message",
    `Hi, yes.\n\n-----Original Message-----\nFrom: Ebba <mail@samla.example>\nSent: 21 November 2026\nTo: Tove\n\n${mark}\n${rest}`,
  ],
  [
    "Swedish Gmail in three lines",
    `Hi, yes.\n\nDen lör 21 nov. 2026 kl 10:12 skrev\nEbba · Björk\n<mail@samla.example>:\n\n> ${mark}`,
  ],
  ["no heading at all", `Hi, yes.\n\n> ${mark}\n> ${rest}`],
])("what stands above the mark, quoted by %s", (_, text) => {
  expect(aboveMark(text)).toBe("Hi, yes.");
});

test.each([
  ["sentences that end in a colon", "Two things:", ""],
  ["a list with colons", "Size: M\nColour: blue\nPieces: 2", ""],
  [
    "a heading below a list",
    "Size: M\nColour: blue\nPieces: 2",
    "\n\nOn 21 Nov 2026 at 10:12, Ebba <e@x.example> wrote:",
  ],
])("keeps %s", (_, text, heading) => {
  expect(aboveMark(`${text}${heading}\n\n> ${mark}`)).toBe(text);
});

test("text without the mark stays, and nothing above it is nothing", () => {
  expect(aboveMark("Hi!\n\n> something else")).toBe("Hi!\n\n> something else");
  expect(aboveMark(`${mark}\n\n${rest}`)).toBe("");
  expect(aboveMark(`On 21 Nov 2026, at 10:12, Ebba <e@x.example> wrote:\n\n> ${mark}\nAnd below it.`)).toBe(
    "",
  );
});
