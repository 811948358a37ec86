// A list of people as somebody types or pastes it: mail headers, one per line, a spreadsheet's columns. Pure.
import { normaliseEmail, tidyName } from "../../customers/customer.ts";
import type { Person } from "../../mail/person.ts";

/** One request at most. */
export const MOST_RECIPIENTS = 2_000;

const MOST_TEXT = 500_000;

export interface Read {
  people: Person[];
  /** what is no address, as it was written */
  invalid: string[];
}

/** The people in a text, each address once and in order. */
export function readRecipients(text: string): Read {
  const read: Read = { people: [], invalid: [] };
  const lines = text.slice(0, MOST_TEXT).split(/[\r\n]+/);
  for (const [index, line] of lines.entries()) readLine(line, index === 0, read);
  return { people: eachOnce(read.people), invalid: [...new Set(read.invalid)] };
}

/** The first of each address, in order. */
export function eachOnce<P extends { address: string }>(people: P[]): P[] {
  const first = new Map<string, P>();
  for (const person of people) if (!first.has(person.address)) first.set(person.address, person);
  return [...first.values()];
}

function readLine(line: string, first: boolean, into: Read): void {
  const cells = cellsOf(line);
  const addressed = cells.filter((cell) => cell.includes("@"));
  if (!addressed.length) {
    // The first line of a spreadsheet names its columns.
    if (line.trim() && !(first && /mail|e-post|epost/i.test(line))) into.invalid.push(...bounded([line]));
    return;
  }
  let name: string[] = [];
  for (const cell of cells) {
    if (!cell.includes("@")) {
      if (/\p{L}/u.test(cell)) name.push(cell);
      continue;
    }
    const alone = addressed.length === 1;
    const others = alone ? cells.filter((one) => one !== cell && /\p{L}/u.test(one)) : name;
    readCell(cell, others.join(" "), into);
    name = [];
  }
}

/** `Ebba <a@b.c>`, `Ebba a@b.c`, or several bare addresses with blanks between them. */
function readCell(cell: string, others: string, into: Read): void {
  const [, named = "", inside = ""] = /^([^<]*)<([^<>]*)>?\s*$/.exec(cell) ?? [];
  const words = (inside || cell).trim().split(/\s+/);
  for (const word of words.filter((one) => one.includes("@"))) {
    const address = normaliseEmail(word.replace(/^mailto:/i, ""));
    const before = inside ? named : words.filter((one) => !one.includes("@")).join(" ");
    if (address) into.people.push({ name: nameOf(before || others), address });
    else into.invalid.push(...bounded([cell]));
  }
}

const nameOf = (written: string): string => tidyName(written.replace(/^["'\s]+|["'\s]+$/g, ""), "");

const bounded = (texts: string[]): string[] => texts.map((text) => text.trim().slice(0, 120));

/** Cut at commas, semicolons and tabs that stand in no quotes and no brackets. */
const cellsOf = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|<[^<>]*>|[^,;\t"<]|["<])+/g) ?? []).map((cell) => cell.trim()).filter(Boolean);
