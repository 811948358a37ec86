// A store's chat as its settings page edits it: numbers as typed, all languages' texts in one string, so that a draft
// can tell whether it differs from what is kept. Pure.
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { ChatTexts } from "../../settings/chat.ts";
import type { SettingValue } from "../../settings/settings.ts";

export type ChatDraft = Omit<SettingValue<"chat">, "texts" | "silenceMinutes" | "colour" | "followUpFrom"> & {
  texts: string;
  silenceMinutes: string;
  /** "" for the theme's own */
  colour: string;
  /** "" for what the brand's mail comes from */
  followUpFrom: string;
};

export const draftOfChat = (chat: SettingValue<"chat">): ChatDraft => ({
  ...chat,
  texts: JSON.stringify(chat.texts),
  silenceMinutes: String(chat.silenceMinutes),
  colour: chat.colour ?? "",
  followUpFrom: chat.followUpFrom ?? "",
});

/** What is sent to the server. */
export const chatOfDraft = (draft: ChatDraft) => ({
  ...draft,
  texts: tidied(textsOf(draft)),
  silenceMinutes: /^\d{1,4}$/.test(draft.silenceMinutes.trim()) ? Number(draft.silenceMinutes) : null,
  colour: draft.colour === "" ? null : (readColour(draft.colour) ?? draft.colour),
  followUpFrom: draft.followUpFrom || null,
});

type AllTexts = SettingValue<"chat">["texts"];

export const textsOf = ({ texts }: Pick<ChatDraft, "texts">): AllTexts => JSON.parse(texts) as AllTexts;

/** The texts with some of one language's changed; what is empty is left out and becomes the standard text. */
export function withTexts(
  draft: ChatDraft,
  language: StorefrontLanguage,
  change: Partial<ChatTexts>,
): string {
  const all = textsOf(draft);
  const { launcher, title, greeting, quickReplies } = { ...all[language], ...change };
  const kept = {
    ...(launcher ? { launcher } : {}),
    ...(title ? { title } : {}),
    ...(greeting ? { greeting } : {}),
    ...(quickReplies ? { quickReplies } : {}),
  };
  const { [language]: _, ...others } = all;
  return JSON.stringify(Object.keys(kept).length ? { ...others, [language]: kept } : others);
}

/** Quick replies are typed a line each: empty lines are none, and none left is as if they were never touched. */
const tidied = (texts: AllTexts) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, words]) => {
      const { quickReplies: typed, ...others } = words ?? {};
      const lines = typed?.map((line) => line.trim()).filter(Boolean);
      const keeps = lines && (lines.length > 0 || typed?.length === 0);
      return [language, keeps ? { ...others, quickReplies: lines } : others];
    }),
  );

/** A colour as people write them ("#ABC", "1f4d36") in six digits; null when it is none. */
export function readColour(typed: string): string | null {
  const digits = typed.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join("")}`;
  return null;
}
