import { expect, test } from "vitest";
import { ANSWER_MARK } from "../../mail/answer-mark.ts";
import { whatTheyWrote, whyHeld } from "./agent-answer.ts";

const proven = {
  from: "tove@bjork.example",
  agentEmail: "tove@bjork.example",
  authenticated: true,
  text: "Hej!",
  files: 0,
  answersNotification: true,
  movedOn: false,
};

test.each([
  ["nothing is missing", {}, null],
  ["a file says it all", { text: "", files: 1 }, null],
  ["a retired agent", { agentEmail: null }, "no-role"],
  ["somebody else", { from: "nils@example.com" }, "other-sender"],
  ["no sender", { from: null }, "other-sender"],
  ["no proof", { authenticated: false }, "not-authenticated"],
  ["our own notification in it", { text: `Hej ${ANSWER_MARK}` }, "quoted"],
  ["no text", { text: "" }, "empty"],
  ["an answer to something else", { answersNotification: false }, "unknown-thread"],
  ["a thread that moved on", { movedOn: true }, "moved-on"],
])("%s", (_, facts, reason) => {
  expect(whyHeld({ ...proven, ...facts })).toBe(reason);
});

test.each([
  ["Hej!\n\n-- \nTove Lind\n070-123", "Hej!"],
  ["Hej!\n\nSkickat från min iPhone", "Hej!"],
  ["Hej!\n\nGet Outlook for iOS\n", "Hej!"],
  ["Hej!\n\nDet blir 2 -- 3 dagar.", "Hej!\n\nDet blir 2 -- 3 dagar."],
])("what is private stays private: %j", (text, wrote) => {
  expect(whatTheyWrote({ text, trimmed: null })).toBe(wrote);
});

test("what the reader has trimmed already counts before the whole text", () => {
  expect(whatTheyWrote({ text: "Hej!\n\n> förut", trimmed: "Hej!" })).toBe("Hej!");
});
