// What an agent is writing on a ticket: an answer, a note, or something passed on. Pure.
import type { ShownFile } from "../../files/file.ts";
import type { Person, Recipients } from "../../mail/person.ts";
import type { MacroAction } from "../macros/macro.ts";

export const DRAFT_MODES = ["reply", "note", "forward"] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

export interface DraftContent {
  html: string;
  /** null: whoever it is addressed to by itself */
  recipients: Recipients | null;
  /** uploaded and not sent yet; those with `inline` stand in the text */
  files: ShownFile[];
  /** what a forward passes on: one message, or (null) the whole conversation */
  forwardedId: string | null;
  /** what the macros in it also do when it is sent */
  actions: MacroAction[];
  /** one per thing written: sending again with the same key, wherever, sends nothing twice */
  requestKey: string;
}

/** A draft as the server keeps it. */
export interface KeptDraft extends DraftContent {
  mode: DraftMode;
  /** counts up with every save: who saves on an older one has not seen the newer */
  revision: number;
  /** ISO 8601 */
  updatedAt: string;
}

/** Two lists of recipients as one. Nobody is addressed twice: whoever stands in To stays there. */
export function joinRecipients(first: Recipients, second: Recipients): Recipients {
  const to = joinPeople(first.to, second.to);
  const cc = without(joinPeople(first.cc, second.cc), to);
  const bcc = without(joinPeople(first.bcc, second.bcc), [...to, ...cc]);
  return { to, cc, bcc };
}

const joinPeople = (before: Person[], more: Person[]): Person[] => [...before, ...without(more, before)];

function without(people: Person[], those: Person[]): Person[] {
  const taken = new Set(those.map(({ address }) => address));
  return people.filter(({ address }) => !taken.has(address));
}
