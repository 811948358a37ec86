// What a shopper posted, read with distrust: a submission, or the fields to correct with everything typed kept. Pure.
import { z } from "zod";
import { normaliseEmail } from "../../customers/customer.ts";
import { SHOPPER_FILES } from "../../files/shopper-files.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { readAnswers, type Answer, type AnswerError, type AskedForm, type Route } from "./answers.ts";
import { MOST_FIELDS } from "./definition.ts";

export const FIELDS = ["name", "email", "order_number", "topic", "message"] as const;
export type Field = (typeof FIELDS)[number];
export type FieldError = "required" | "invalid-email" | "too-long" | "bad-file" | AnswerError;
/** By the name the field is posted under. */
export type FieldErrors = Partial<Record<string, FieldError>>;

/** What is kept for the page shown next, whether the submission was good or not. */
export interface Typed {
  /** only the fields that were in the form: a merchant may have hidden some */
  fields: Partial<Record<string, string>>;
  /** "sv", "pt"; null when the form did not say */
  locale: string | null;
  /** a path of the storefront, never another place */
  returnTo: string;
}

/** As it is stored and taken in. */
export interface Submission {
  name: string;
  /** lower case */
  email: string;
  orderNumber: string | null;
  topic: string | null;
  message: string;
  locale: string | null;
  /** made by the form's script, the same on every try; null without script */
  submissionId: string | null;
  elapsedMs: number | null;
  /** the storefront's page the form stands on, a path; null when it did not say */
  page: string | null;
  /** the honeypot: nobody sees this field */
  website: string;
  /** to the questions of a merchant's own form, in the store's language */
  answers: Answer[];
  route: Route | null;
  /** tokens of files that were uploaded before, or with it */
  uploads: string[];
  /** the form it answers, if that is one of the store's; what its confirmation says is written there */
  formId: string | null;
}

export type Reading = { typed: Typed; submission: Submission } | { typed: Typed; errors: FieldErrors };

export const NOTHING_TYPED: Typed = { fields: {}, locale: null, returnTo: "/" };

/** Reads a posted form: what `asked` demands of it, if it is one of the store's. Fields nobody knows are ignored. */
export function readSubmission(form: FormData, asked: AskedForm | null = null): Reading {
  const said = saidIn(form);
  const present = [...FIELDS, ...ownNames(form)].filter((field) => typeof form.get(field) === "string");
  const typed: Typed = {
    fields: Object.fromEntries(present.map((field) => [field, said(field)])),
    locale: shortLocale(said("locale")),
    returnTo: pathOf(said("return_to")),
  };
  const uploads = uploadsIn(form);
  const answered = asked && readAnswers(asked, said, uploads.length + filesIn(form).length);
  const read = fields.safeParse(Object.fromEntries(FIELDS.map((field) => [field, said(field)])));
  const errors: FieldErrors = { ...answered?.errors, ...(read.success ? {} : errorsOf(read.error)) };
  if (!read.success || Object.keys(errors).length) return { typed, errors };
  const { name, email, order_number: orderNumber, topic, message } = read.data;
  const submission: Submission = {
    name,
    email,
    orderNumber: orderName(orderNumber),
    topic: answered ? answered.topic : topic || null,
    message,
    locale: typed.locale,
    submissionId: uuidIn(said("submission_id")),
    elapsedMs: millisecondsIn(said("elapsed_ms")),
    page: form.has("return_to") ? typed.returnTo : null,
    website: said("website").slice(0, 200),
    answers: answered?.answers ?? [],
    route: answered?.route ?? null,
    uploads,
    formId: asked?.id ?? null,
  };
  return { typed, submission };
}

/**
 * What stands under a name, as text a database can hold; "" for anything else. Who has orders of their own may choose
 * another one, and then types its number beside.
 */
export const saidIn =
  (form: FormData) =>
  (name: string): string => {
    const value = form.get(name);
    if (name === "order_number" && value === "other") return saidIn(form)("order_number_other");
    return typeof value === "string" ? cleanText(value, Infinity) : "";
  };

const OWN = /^field_[a-z0-9]{1,20}$/;

const ownNames = (form: FormData): string[] =>
  [...new Set(form.keys())].filter((name) => OWN.test(name)).slice(0, MOST_FIELDS);

/** Files that came with the form itself; a field nobody put anything in is an empty file without a name. */
export const filesIn = (form: FormData): File[] =>
  form.getAll("files").filter((value): value is File => typeof value !== "string" && value.size > 0);

const uploadsIn = (form: FormData): string[] =>
  form
    .getAll("upload")
    .filter((value): value is string => typeof value === "string" && /^[a-z0-9]{20,40}$/.test(value))
    .slice(0, SHOPPER_FILES.most);

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();

/** Pasted addresses bring invisible characters along; they are never part of one. */
const addressLine = (text: string): string => oneLine(text).replace(/\p{Cf}+/gu, "");

const line = (most: number) => z.string().transform(oneLine).pipe(z.string().max(most, "too-long"));

const fields = z.object({
  name: line(120),
  email: z
    .string()
    .transform(addressLine)
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(254, "too-long")
        .refine((address) => normaliseEmail(address) !== null, "invalid-email"),
    )
    .transform((address) => normaliseEmail(address) ?? ""),
  order_number: line(60),
  topic: line(120),
  message: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, "required").max(20_000, "too-long")),
});

/** The first thing wrong with each field. */
function errorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of error.issues) errors[path[0] as Field] ??= message as FieldError;
  return errors;
}

/** "2188" and "# 2188" give "#2188", as Shopify names it; a name with letters stays as typed. */
function orderName(written: string): string | null {
  const bare = /^#? ?(\d+)$/.exec(written);
  return bare ? `#${bare[1]}` : written || null;
}

const shortLocale = (written: string): string | null =>
  /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/.exec(written.trim().toLowerCase())?.[1] ?? null;

/** Browsers drop tabs and line breaks inside addresses and take "\" for "/": "/\t/evil" is another site. */
function pathOf(written: string): string {
  const path = written.split(/[?#]/)[0] ?? "";
  return path.length <= 500 && /^\/(?!\/)[^\s\p{Cc}\\]*$/u.test(path) ? path : "/";
}

const UUID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/;

/** With or without dashes: on plain http pages the script has to make its own. */
export const uuidIn = (written: string): string | null =>
  UUID.exec(written.trim().toLowerCase())?.slice(1).join("-") ?? null;

const millisecondsIn = (written: string): number | null =>
  /^\d{1,12}$/.test(written.trim()) ? Number(written) : null;
