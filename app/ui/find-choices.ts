// Which of many things are meant by what was typed. Pure.

/** Those whose name has every typed word, whatever the case and marks; names that begin with it come first. */
export function findChoices<T extends { name: string }>(choices: readonly T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [...choices];
  const found = choices.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const begins = ({ name }: T) => plain(name).startsWith(words.join(" "));
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** Whether something is called exactly this, whatever the case. */
export const isCalled = ({ name }: { name: string }, typed: string): boolean =>
  name.toLocaleLowerCase() === typed.replace(/\s+/g, " ").trim().toLocaleLowerCase();

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
