import { expect, test } from "vitest";
import { chatSettings } from "../../settings/chat.ts";
import { chatOfDraft, draftOfChat, readColour, textsOf, withTexts } from "./draft-settings.ts";

test("what is kept goes to the page and back unchanged", () => {
  const chat = chatSettings.parse({ colour: "#1f4d36", texts: { sv: { title: "Hej", quickReplies: [] } } });
  expect(chatOfDraft(draftOfChat(chat))).toEqual(chat);
});

test("an emptied text is left out, and so is a language without texts", () => {
  const draft = draftOfChat(chatSettings.parse({ texts: { sv: { title: "Hej", greeting: "Tjena" } } }));
  const one = withTexts(draft, "sv", { title: "" });
  expect(textsOf({ texts: one })).toEqual({ sv: { greeting: "Tjena" } });
  expect(withTexts({ ...draft, texts: one }, "sv", { greeting: "" })).toBe("{}");
});

test("quick replies are a line each, and empty lines are none", () => {
  const draft = draftOfChat(chatSettings.parse({}));
  const typed = (quickReplies: string[]) =>
    chatOfDraft({ ...draft, texts: withTexts(draft, "en", { quickReplies }) }).texts.en;
  expect(typed(["Where is it? ", "", "Returns"])).toEqual({ quickReplies: ["Where is it?", "Returns"] });
  expect(typed(["", " "])).toEqual({});
  expect(typed([])).toEqual({ quickReplies: [] });
});

test.each([
  ["#1F4D36", "#1f4d36"],
  ["1f4d36", "#1f4d36"],
  [" #abc ", "#aabbcc"],
  ["red", null],
  ["#12345", null],
])("the colour %s is read as %s", (typed, colour) => {
  expect(readColour(typed)).toBe(colour);
});
