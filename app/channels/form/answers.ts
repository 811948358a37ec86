// What was answered to a form's questions: read against the form as its merchant made it. Pure.
import { storefrontLanguage } from "../../i18n/storefront-language.ts";
import type { Priority } from "../../tickets/ticket.ts";
import {
  hasOptions,
  postedName,
  type FieldOption,
  type FormDefinition,
  type FormField,
} from "./definition.ts";
import { publishForm } from "./published.ts";
import { WORDS } from "./words.ts";

/** The form that was posted. */
export interface AskedForm {
  id: string;
  handle: string;
  revision: number;
  definition: FormDefinition;
  /** the store's own language: what agents read */
  locale: string;
  /** it is the one the store shows now: what it demands is demanded */
  current: boolean;
}

export interface Answer {
  label: string;
  value: string;
}

/** What choosing a topic does to the ticket. */
export interface Route {
  departmentId: string | null;
  labelId: string | null;
  priority: Priority | null;
}

export type AnswerError = "required" | "invalid-option" | "invalid-date" | "invalid-phone";

export interface Answered {
  answers: Answer[];
  errors: Record<string, AnswerError>;
  topic: string | null;
  route: Route | null;
}

/** Reads the answers. `said` gives what was posted under a name, `files` how many there are. */
export function readAnswers(form: AskedForm, said: (name: string) => string, files: number): Answered {
  const { fields } = form.definition;
  const answers: Answer[] = [];
  const errors: Record<string, AnswerError> = {};
  const chosenTopic = fields.find(({ kind }) => kind === "topic");
  for (const field of fields) {
    const value = field.kind === "file" ? "x".repeat(files) : said(postedName(field)).trim();
    const error = errorOf(field, value, () => isAsked(field, fields, said));
    if (error && form.current) errors[postedName(field)] = error;
    if (value && !SHOWN_ELSEWHERE.includes(field.kind))
      answers.push({ label: labelOf(form, field), value: shownValue(form, field, value) });
  }
  const option = chosenTopic && optionOf(chosenTopic, said("topic").trim());
  return {
    answers,
    errors,
    topic: chosenTopic ? shownValue(form, chosenTopic, said("topic").trim()) || null : null,
    route: option ? routeOf(option) : null,
  };
}

/** The message says these itself, or shows them beside it. */
const SHOWN_ELSEWHERE: readonly string[] = ["name", "email", "message", "file"];

/** Whether a question is put at all: without script all of them stand there. */
function isAsked(field: FormField, fields: FormField[], said: (name: string) => string): boolean {
  const { when } = field;
  if (!when) return true;
  const above = fields.slice(0, fields.indexOf(field));
  const other = above.find(({ id }) => id === when.field);
  if (!other) return true;
  const value = other.kind === "checkbox" ? yesIn(said(postedName(other))) : said(postedName(other)).trim();
  return isAsked(other, fields, said) && when.is.includes(value);
}

/** Name, e-mail and message are judged with their own rules (submission.ts); only what is missing is told here. */
function errorOf(field: FormField, value: string, asked: () => boolean): AnswerError | null {
  if (!value || (field.kind === "checkbox" && !yesIn(value)))
    return field.required && asked() ? "required" : null;
  if (hasOptions(field.kind) && !optionOf(field, value)) return "invalid-option";
  if (field.kind === "date" && !isDay(value)) return "invalid-date";
  if (field.kind === "phone" && value.replace(/\D/g, "").length < 5) return "invalid-phone";
  return null;
}

const yesIn = (value: string): "yes" | "" => (["yes", "on", "true", "1"].includes(value.trim()) ? "yes" : "");

function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts !== null && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;
}

const optionOf = (field: FormField, value: string): FieldOption | undefined =>
  field.options.find(({ id }) => id === value);

const routeOf = ({ departmentId, labelId, priority }: FieldOption): Route | null =>
  departmentId || labelId || priority ? { departmentId, labelId, priority } : null;

const LONGEST_VALUE = 500;

function shownValue(form: AskedForm, field: FormField, value: string): string {
  if (field.kind === "checkbox") return WORDS[storefrontLanguage(form.locale)][yesIn(value) ? "yes" : "no"];
  const option = hasOptions(field.kind) ? optionOf(field, value) : undefined;
  const written = option ? textIn(form, option.label) : "";
  return (
    written ||
    value
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      .slice(0, LONGEST_VALUE)
      .toWellFormed()
  );
}

function labelOf(form: AskedForm, field: FormField): string {
  const own = textIn(form, field.label);
  if (own) return own;
  const { labels } = WORDS[storefrontLanguage(form.locale)];
  return (labels as Record<string, string>)[postedName(field)] ?? postedName(field);
}

/** In the store's language. */
function textIn(form: AskedForm, words: FormField["label"]): string {
  const language = storefrontLanguage(form.locale);
  return words[language] ?? Object.values(words)[0] ?? "";
}

/** The form as a page of ours shows it. */
export const viewOf = (form: AskedForm) => publishForm(form, form.locale);
