import { expect, test } from "vitest";
import { chatSettings } from "../../settings/chat.ts";
import { publishChat } from "./published.ts";

test("the storefront gets the looks and the first words in every language, and nothing else that is set", () => {
  const chat = chatSettings.parse({
    colour: "#ffd400",
    texts: { fi: { title: "Moi", quickReplies: ["Palautus"] } },
    followUpFrom: "01934f1e-7c00-7000-8000-000000000000",
  });
  const published = publishChat(chat);
  expect(published).toMatchObject({ on: true, position: "right", colour: "#ffd400", onColour: "#000000" });
  expect(Object.keys(published.texts)).toEqual(["en", "sv", "nb", "da", "fi", "de"]);
  expect(published.texts.fi.title).toBe("Moi");
  expect(JSON.stringify(published)).not.toMatch(/Palautus|01934f1e/);
});

test("the theme's own colour has no text colour of ours", () => {
  expect(publishChat(chatSettings.parse({}))).toMatchObject({ colour: null, onColour: null });
});
