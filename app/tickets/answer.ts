// Whom a new reply is addressed to, by the message it answers. Pure.
import type { Person, Recipients } from "../mail/person.ts";
import { MOST_RECIPIENTS } from "./recipients.ts";

export interface Answered {
  /** the sender; null when they left no address */
  from: Person | null;
  recipients: Recipients;
}

/**
 * To: who wrote the message, Cc: everybody else it was sent to, and those an agent let into the conversation.
 * Nobody of ours (a mail to ourselves would come in again), nobody blindly copied, and nothing of another ticket:
 * there is nothing else to take it from. Without a message that a person wrote, the ticket's customer.
 */
export function addressAnswer({
  answered,
  customer,
  participants,
  isOurs,
}: {
  answered: Answered | null;
  customer: Person | null;
  participants: Person[];
  isOurs: (address: string) => boolean;
}): Recipients {
  const first = answered?.from ?? customer;
  if (!first) return { to: [], cc: [], bcc: [] };
  const copied = answered ? [...answered.recipients.to, ...answered.recipients.cc] : [];
  const seen = new Set([first.address]);
  const cc: Person[] = [];
  for (const person of [...copied, ...participants]) {
    if (seen.has(person.address) || isOurs(person.address) || seen.size >= MOST_RECIPIENTS) continue;
    seen.add(person.address);
    cc.push(person);
  }
  return { to: [first], cc, bcc: [] };
}
