// What a merchant can set of a store's chat. Pure.
import { z } from "zod";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../i18n/storefront-language.ts";

/** A text left out is the standard one of that language (channels/chat/texts.ts). */
const texts = z.object({
  launcher: z.string().trim().max(40).optional(),
  title: z.string().trim().max(60).optional(),
  greeting: z.string().trim().max(300).optional(),
  quickReplies: z.array(z.string().trim().min(1).max(60)).max(6).optional(),
});

const perLanguage = Object.fromEntries(
  STOREFRONT_LANGUAGES.map((language) => [language, texts.optional()]),
) as Record<StorefrontLanguage, z.ZodOptional<typeof texts>>;

export const ASKS = ["off", "optional", "required"] as const;
export const THEMES = ["auto", "light", "dark"] as const;
export const POSITIONS = ["right", "left"] as const;

export const chatSettings = z.object({
  on: z.boolean().default(true),
  position: z.enum(POSITIONS).default("right"),
  /** null: the theme's own */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .default(null),
  theme: z.enum(THEMES).default("auto"),
  texts: z.object(perLanguage).default({}),
  askName: z.enum(ASKS).default("optional"),
  askEmail: z.enum(ASKS).default("optional"),
  /** how long nobody says anything before a chat ends by itself */
  silenceMinutes: z.number().int().min(5).max(1440).default(60),
  rating: z.boolean().default(true),
  transcript: z.boolean().default(true),
  sound: z.boolean().default(true),
  /** the support address a follow-up comes from; null: what the brand's mail comes from */
  followUpFrom: z.uuid().nullable().default(null),
});

export type ChatTexts = z.infer<typeof texts>;
