// Addresses as people type and paste them: one, or many at once, with names or without. Pure.
import type { Person } from "../../mail/person.ts";

export interface ParsedPeople {
  people: Person[];
  /** what was written and is no address, as it was written */
  invalid: string[];
}

/** "Ebba <ebba@example.com>, jonas@example.com; …": every address once, in order. */
export function parsePeople(written: string): ParsedPeople {
  const people = new Map<string, Person>();
  const invalid: string[] = [];
  for (const part of split(written.slice(0, LONGEST))) {
    const person = readPerson(part);
    if (!person) invalid.push(part);
    else if (!people.has(person.address)) people.set(person.address, person);
  }
  return { people: [...people.values()], invalid };
}

/** The people of `before` and those of `more` who are not there yet. */
export function withPeople(before: Person[], more: Person[]): Person[] {
  const known = new Set(before.map(({ address }) => address));
  return [...before, ...more.filter(({ address }) => !known.has(address))];
}

const LONGEST = 100_000;
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24}$/u;

/** Cut at commas, semicolons and line ends, but not inside quotation marks or angle brackets. */
function split(written: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  let bracketed = false;
  for (const sign of written) {
    const ends = /[\n\r;,]/.test(sign) && !quoted && !bracketed;
    // A quotation mark or bracket that nobody closes ends with its line.
    if (/[\n\r]/.test(sign)) quoted = bracketed = false;
    else if (sign === '"') quoted = !quoted;
    else if (sign === "<") bracketed = true;
    else if (sign === ">") bracketed = false;
    if (ends || /[\n\r]/.test(sign)) {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  return [...parts, part]
    .flatMap(severalIn)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** "a@b.se c@d.se" and "Ebba <a@b.se> Jonas <c@d.se>" have nothing between them but a space. */
function severalIn(part: string): string[] {
  const words = part.trim().split(/\s+/);
  if (words.length > 1 && words.every((word) => ADDRESS.test(bare(word)))) return words;
  return part.split(/(?<=>)\s+(?=\S)/);
}

function readPerson(part: string): Person | null {
  const named = /^(.*?)<([^<>]*)>$/s.exec(part);
  const address = bare(named?.[2] ?? part);
  if (!ADDRESS.test(address)) return null;
  return { name: nameOf(named?.[1] ?? "", address), address: address.toLowerCase() };
}

const bare = (written: string): string =>
  written
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^<|>$/g, "")
    .trim();

/** Without its quotation marks; a name that only repeats the address is none. */
function nameOf(written: string, address: string): string {
  const name = written
    .trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .replace(/\\(.)/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  return name.toLowerCase() === address.toLowerCase() ? "" : name;
}
