// People as a mail names them, and the lists of them that rows keep as JSON. Pure.
import { z } from "zod";

export interface Person {
  name: string;
  /** lower case */
  address: string;
}

/** Everybody a message is addressed to. */
export interface Recipients {
  to: Person[];
  cc: Person[];
  bcc: Person[];
}

export const NOBODY: Recipients = { to: [], cc: [], bcc: [] };

const people = z.array(z.object({ name: z.string(), address: z.string() })).catch([]);
const recipients = z.object({ to: people, cc: people, bcc: people }).catch(NOBODY);

/** A stored list of people; empty for anything else. */
export const readPeople = (stored: unknown): Person[] => people.parse(stored);

/** Stored recipients; nobody for anything else. */
export const readRecipients = (stored: unknown): Recipients => recipients.parse(stored);
