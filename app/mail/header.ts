// Header values that name people (RFC 5322 §3.4). Pure.
import type { Person } from "./person.ts";

/** "Fjällrum" <hej@fjallrum.example>; the address stands for a name that is missing. */
export const senderHeader = (name: string, address: string): string =>
  `${quote(name || address)} <${address}>`;

/** A list of people; empty for nobody. */
export const listHeader = (people: Person[]): string =>
  people.map(({ name, address }) => (name ? `${quote(name)} <${address}>` : address)).join(", ");

/** A display name as a quoted string (RFC 5322 §3.2.4). */
const quote = (name: string): string => `"${name.replace(/[\\"]/g, "\\$&")}"`;
