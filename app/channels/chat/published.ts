// A store's chat as the theme embed gets it: how it looks and the words of its button and head. Pure.
import { textOn } from "../../lib/contrast.ts";
import type { SettingValue } from "../../settings/settings.ts";
import { publishedTexts } from "./texts.ts";

export interface PublishedChat {
  on: boolean;
  position: "right" | "left";
  /** null: the theme's own */
  colour: string | null;
  /** what can be read on it */
  onColour: string | null;
  theme: "auto" | "light" | "dark";
  sound: boolean;
  texts: ReturnType<typeof publishedTexts>;
}

export const publishChat = (chat: SettingValue<"chat">): PublishedChat => ({
  on: chat.on,
  position: chat.position,
  colour: chat.colour,
  onColour: chat.colour && textOn(chat.colour),
  theme: chat.theme,
  sound: chat.sound,
  texts: publishedTexts(chat),
});
