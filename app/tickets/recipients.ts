// Who a reply is addressed to: read as an agent (or their browser) wrote it. Pure.
import { normaliseEmail, tidyName } from "../customers/customer.ts";
import { AppError } from "../errors.ts";
import type { Person, Recipients } from "../mail/person.ts";

/** Of one mail, all lists together (Postmark's limit). */
export const MOST_RECIPIENTS = 50;

const LISTS = ["to", "cc", "bcc"] as const;

/**
 * The same people with tidy names and normal addresses, each once: who stands in To is left out of Cc.
 * Throws cannot-reply when nobody is in To, invalid (detail: fields, reason, address) for what is no address.
 */
export function checkRecipients(given: Recipients): Recipients {
  const seen = new Set<string>();
  const checked: Recipients = { to: [], cc: [], bcc: [] };
  for (const list of LISTS) checked[list] = given[list].flatMap((person) => once(seen, check(list, person)));
  if (!checked.to.length) throw new AppError("cannot-reply", { fields: ["to"] });
  if (seen.size > MOST_RECIPIENTS)
    throw new AppError("invalid", { fields: ["to", "cc", "bcc"], reason: "too-many", most: MOST_RECIPIENTS });
  return checked;
}

/** Whether two mails go to the same people, in the same lists. */
export const sameRecipients = (one: Recipients, other: Recipients): boolean =>
  LISTS.every((list) => addressesOf(one[list]) === addressesOf(other[list]));

const addressesOf = (people: Person[]): string => people.map(({ address }) => address).join();

function check(list: string, { name, address }: Person): Person {
  const normal = normaliseEmail(address);
  if (!normal)
    throw new AppError("invalid", { fields: [list], reason: "address", address: address.slice(0, 254) });
  return { name: tidyName(name, ""), address: normal };
}

function once(seen: Set<string>, person: Person): Person[] {
  if (seen.has(person.address)) return [];
  seen.add(person.address);
  return [person];
}
