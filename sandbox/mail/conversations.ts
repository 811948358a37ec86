// A mailbox as its owner sees it: what arrived and what they wrote, put together into conversations. Pure.

import type { MailStore, SentMail, WrittenMail } from "./store.ts";

export type Letter = { kind: "arrived"; mail: SentMail } | { kind: "written"; mail: WrittenMail };

export interface Conversation {
  /** id of its first letter */
  id: string;
  subject: string;
  /** oldest first */
  letters: Letter[];
  /** when the newest letter came or went */
  at: string;
}

/** All conversations of the mailbox at `email`, newest first. */
export function conversationsOf(store: MailStore, email: string): Conversation[] {
  const conversations: Conversation[] = [];
  const byMessageId = new Map<string, Conversation>();
  for (const letter of lettersOf(store, email)) {
    const known = referredBy(letter)
      .map((id) => byMessageId.get(id))
      .find((found) => found !== undefined);
    const conversation = known ?? {
      id: letter.mail.id,
      subject: letter.mail.subject,
      letters: [],
      at: letter.mail.at,
    };
    if (!known) conversations.push(conversation);
    conversation.letters.push(letter);
    conversation.at = letter.mail.at;
    byMessageId.set(letter.mail.messageId, conversation);
    // an answer from the store may name ancestors this mailbox never got by that id (a form's confirmation, say)
    for (const id of referredBy(letter)) if (!byMessageId.has(id)) byMessageId.set(id, conversation);
  }
  return conversations.sort((a, b) => b.at.localeCompare(a.at));
}

/** Every address that got or wrote mail, with the time of the newest and how many there are; newest first. */
export function mailboxes(store: MailStore): { email: string; at: string; count: number }[] {
  const boxes = new Map<string, { email: string; at: string; count: number }>();
  const note = (email: string, at: string) => {
    const box = boxes.get(email.toLowerCase()) ?? { email, at, count: 0 };
    boxes.set(email.toLowerCase(), { ...box, at: at > box.at ? at : box.at, count: box.count + 1 });
  };
  for (const mail of store.sent) for (const email of Object.keys(mail.outcomes)) note(email, mail.at);
  for (const mail of store.written) if (mail.from.email) note(mail.from.email, mail.at);
  return [...boxes.values()].sort((a, b) => b.at.localeCompare(a.at));
}

/** The newest mail that was sent to this address. */
export const newestTo = (store: MailStore, email: string): SentMail | undefined =>
  store.sent.findLast((mail) => outcomeAt(mail, email) !== undefined);

/** What became of a mail at this address; undefined when it did not go there. */
export const outcomeAt = (mail: SentMail, email: string): SentMail["outcomes"][string] | undefined =>
  Object.entries(mail.outcomes).find(([address]) => address.toLowerCase() === email.toLowerCase())?.[1];

function lettersOf(store: MailStore, email: string): Letter[] {
  const arrived = store.sent
    .filter((mail) => outcomeAt(mail, email) !== undefined)
    .map((mail): Letter => ({ kind: "arrived", mail }));
  const written = store.written
    .filter((mail) => mail.from.email.toLowerCase() === email.toLowerCase())
    .map((mail): Letter => ({ kind: "written", mail }));
  return [...arrived, ...written].sort((a, b) => a.mail.at.localeCompare(b.mail.at));
}

function referredBy({ kind, mail }: Letter): string[] {
  if (kind === "written") return `${mail.inReplyTo} ${mail.references}`.split(/\s+/).filter(Boolean);
  return mail.headers
    .filter(({ name }) => /^(in-reply-to|references)$/i.test(name))
    .flatMap(({ value }) => value.split(/\s+/))
    .filter((id) => id && id !== mail.messageId);
}
