// What a merchant can set, with the value it has until they do. Pure.
import { z } from "zod";
import { chatMessagesSchema } from "./chat-messages.ts";
import { chatSettings } from "./chat.ts";
import { hoursSchema } from "./hours.ts";

export const settings = {
  /** When customers may expect an answer: said in acknowledgements and on the thank-you page. */
  answers: z.object({ withinHours: z.number().int().min(1).max(240).default(24) }),
  /**
   * acknowledge: whether a new e-mail is acknowledged (a form always is). quoteHistory: whether a reply carries what
   * was said before. trackOpens: whether we ask to be told when a reply is opened.
   */
  email: z.object({
    acknowledge: z.boolean().default(true),
    quoteHistory: z.boolean().default(true),
    trackOpens: z.boolean().default(false),
  }),
  /** An order action at which more than this is at stake waits for a colleague. In the store's currency; null: none does. */
  orderActions: z.object({
    approvalOver: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,3})?$/)
      .nullable()
      .default(null),
  }),
  /** tickets: whether contact forms become tickets; else they are passed on by e-mail to forwardTo. */
  contactForm: z
    .object({ tickets: z.boolean().default(true), forwardTo: z.email().max(254).nullable().default(null) })
    .refine(({ tickets, forwardTo }) => tickets || forwardTo !== null),
  /** The chat on the storefront. */
  chat: chatSettings,
  /** When somebody is there. */
  hours: hoursSchema,
  /** What a visitor of the chat is told by itself. */
  chatMessages: chatMessagesSchema,
} as const;

export type SettingName = keyof typeof settings;
export type SettingValue<N extends SettingName> = z.infer<(typeof settings)[N]>;
