import { expect, test } from "vitest";
import { chatSettings } from "../../settings/chat.ts";
import { chatWords, publishedTexts, STANDARD_TEXTS } from "./texts.ts";

test("a text the merchant left out is the standard one of that language", () => {
  const settings = chatSettings.parse({ texts: { sv: { greeting: "Tjena!", quickReplies: [] } } });
  expect(chatWords(settings, "sv")).toEqual({ ...STANDARD_TEXTS.sv, greeting: "Tjena!", quickReplies: [] });
  expect(chatWords(settings, "fi")).toEqual(STANDARD_TEXTS.fi);
});

test("an emptied text is the standard one, too", () => {
  const settings = chatSettings.parse({ texts: { en: { launcher: "  " } } });
  expect(publishedTexts(settings).en.launcher).toBe("Chat with us");
});

test("the standard texts fit what a merchant may write", () => {
  expect(chatSettings.parse({ texts: STANDARD_TEXTS }).texts).toEqual(STANDARD_TEXTS);
});
