// What a visitor who starts a chat is told by itself, as a merchant sets it. A text left out is the standard one of that
// language (automation/chat-messages.ts). Pure.
import { z } from "zod";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../i18n/storefront-language.ts";

const text = z.string().trim().max(500).optional();

const texts = z
  .object(
    Object.fromEntries(STOREFRONT_LANGUAGES.map((language) => [language, text])) as Record<
      StorefrontLanguage,
      typeof text
    >,
  )
  .default({});

/** Somebody is there, nobody can take it just now, it is closed: each can be left unsaid. */
export const chatMessagesSchema = z.object({
  online: z.object({ on: z.boolean().default(true), texts }).default({ on: true, texts: {} }),
  busy: z.object({ on: z.boolean().default(true), texts }).default({ on: true, texts: {} }),
  closed: z.object({ on: z.boolean().default(true), texts }).default({ on: true, texts: {} }),
});

export type ChatMessages = z.infer<typeof chatMessagesSchema>;
