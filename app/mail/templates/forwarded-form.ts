// A contact form passed on to the store's own address: what was written, as it was written, and nothing else.
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

/** Subject, text and HTML of a forwarded form. */
export function composeForwardedForm(form: {
  subject: string;
  name: string;
  email: string;
  message: string;
  answers: { label: string; value: string }[];
  topic: string | null;
  orderNumber: string | null;
}): { subject: string; text: string; html: string } {
  const who = form.name ? `${form.name} <${form.email}>` : form.email;
  const answered = form.answers.map(({ label, value }) => `${label}: ${value}`);
  const asked = answered.length
    ? answered
    : [form.topic, form.orderNumber].filter((line): line is string => line !== null);
  const text = [who, form.message, asked.join("\n")].filter(Boolean).join("\n\n");
  return { subject: form.subject, text, html: wrapHtml(textToHtml(text)) };
}
