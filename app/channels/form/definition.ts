// A contact form as its merchant made it: what is asked, in which words, and where its messages go. Pure.
import { z } from "zod";
import { STOREFRONT_LANGUAGES } from "../../i18n/storefront-language.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { PRIORITIES } from "../../tickets/ticket.ts";

/** Asked at most once: the app knows what their answers mean. */
export const KNOWN_KINDS = ["name", "email", "message", "order", "topic", "file"] as const;
export const OWN_KINDS = ["text", "phone", "choice", "checkbox", "date", "store"] as const;
export const KINDS = [...KNOWN_KINDS, ...OWN_KINDS] as const;
export type FieldKind = (typeof KINDS)[number];

export const MOST_FORMS = 10;
export const MOST_FIELDS = 25;
export const MOST_OPTIONS = 20;
export const LONGEST = { name: 60, label: 120, help: 300, text: 1000, mail: 2000 } as const;

/** Neither a database nor a page can hold everything a string can. */
const tidy = (text: string): string => cleanText(text, Infinity).trim();

/** Written per storefront language; what is missing is shown in the store's own. */
const words = (most: number) =>
  z
    .partialRecord(z.enum(STOREFRONT_LANGUAGES), z.string().max(most).transform(tidy))
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text)) as Words)
    .default({});

export type Words = Partial<Record<(typeof STOREFRONT_LANGUAGES)[number], string>>;

const id = z.string().regex(/^[a-z0-9]{1,20}$/);

const option = z.object({
  id,
  label: words(LONGEST.label),
  /** what choosing this topic does to the ticket */
  departmentId: z.uuid().nullable().default(null),
  labelId: z.uuid().nullable().default(null),
  priority: z.enum(PRIORITIES).nullable().default(null),
});

const field = z.object({
  /** its kind, for those asked once */
  id,
  kind: z.enum(KINDS),
  required: z.boolean().default(false),
  label: words(LONGEST.label),
  help: words(LONGEST.help),
  /** of topic, choice and store */
  options: z.array(option).max(MOST_OPTIONS).default([]),
  /** shown only when a question above has one of these answers: option ids, "yes" for a ticked box */
  when: z
    .object({ field: id, is: z.array(id).max(MOST_OPTIONS) })
    .nullable()
    .default(null),
});

export const definitionSchema = z.object({
  fields: z.array(field).max(MOST_FIELDS),
  title: words(LONGEST.label),
  intro: words(LONGEST.text),
  button: words(LONGEST.label),
  thanks: words(LONGEST.text),
  /** what the confirmation by mail says besides the number */
  mail: words(LONGEST.mail),
});

export type FormDefinition = z.infer<typeof definitionSchema>;
export type FormField = FormDefinition["fields"][number];
export type FieldOption = FormField["options"][number];

const CHOSEN: readonly FieldKind[] = ["topic", "choice", "store"];

/** Whether a kind's answer is one of its options. */
export const hasOptions = (kind: FieldKind): boolean => CHOSEN.includes(kind);

const POSTED: Partial<Record<FieldKind, string>> = {
  name: "name",
  email: "email",
  message: "message",
  order: "order_number",
  topic: "topic",
  file: "files",
};

/** The name its answer is posted under. */
export const postedName = ({ id, kind }: Pick<FormField, "id" | "kind">): string =>
  POSTED[kind] ?? `field_${id}`;
