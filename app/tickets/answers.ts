// What was answered to a form's own questions, where only text can say it. Pure.

/** The words, and below them each question with its answer; what is no list of answers adds nothing. */
export function withAnswers(words: string, answers: unknown): string {
  const lines = Array.isArray(answers) ? answers.flatMap(lineOf) : [];
  return lines.length ? `${words}\n\n${lines.join("\n")}` : words;
}

function lineOf(answer: unknown): string[] {
  const { label, value } = (answer ?? {}) as { label?: unknown; value?: unknown };
  return typeof label === "string" && typeof value === "string" ? [`${label}: ${value}`] : [];
}
