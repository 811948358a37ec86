// What a form's ticket is called in the list. Pure.
import type { Submission } from "./submission.ts";

const LONGEST = 70;

/**
 * What it is about, then the order it is about: "Retur · #2188". Without a topic the message's first words say
 * what it is about; a number alone would tell an agent nothing.
 */
export const subjectOf = ({
  topic,
  orderNumber,
  message,
}: Pick<Submission, "topic" | "orderNumber" | "message">): string =>
  [topic ?? firstWords(message), orderNumber].filter(Boolean).join(" · ");

function firstWords(message: string): string {
  const letters = Array.from(message.replace(/\s+/g, " ").trim());
  if (letters.length <= LONGEST) return letters.join("");
  const cut = letters.slice(0, LONGEST - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${(end > LONGEST / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
