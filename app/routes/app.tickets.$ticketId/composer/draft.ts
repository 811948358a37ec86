// A reply being written: its text, its files, and whom it goes to if the agent has changed that. Pure.
import type { ShownFile } from "../../../files/file.ts";
import type { Person, Recipients } from "../../../mail/person.ts";
import { isBlankHtml } from "../../../ui/editor/text.ts";
import { withPeople } from "../../../ui/recipients/parse-people.ts";

export interface Draft {
  html: string;
  /** null: whoever the reply is addressed to by itself */
  recipients: Recipients | null;
  /** uploaded and not sent yet; those with `inline` stand in the text */
  files: ShownFile[];
  /** one per reply: sending again with the same key sends nothing twice */
  requestKey: string;
}

export const EMPTY: Draft = { html: "", recipients: null, files: [], requestKey: "" };

/** What a reply that was taken back gives back. */
export type TakenBack = Pick<Draft, "html" | "files"> & { recipients: Recipients };

/** True when there is something that must not be lost. */
export const isStarted = (draft: Draft): boolean =>
  !isBlankHtml(draft.html) || draft.files.length > 0 || draft.recipients !== null;

/** Puts a reply that was taken back into the reply box exactly as it was, above what was written since. */
export function giveBack(draft: Draft, back: TakenBack): Draft {
  if (!isStarted(draft)) return { ...draft, ...back };
  const ids = new Set(back.files.map(({ id }) => id));
  return {
    ...draft,
    html: isBlankHtml(draft.html) ? back.html : `${back.html}${draft.html}`,
    recipients: draft.recipients ? together(back.recipients, draft.recipients) : back.recipients,
    files: [...back.files, ...draft.files.filter(({ id }) => !ids.has(id))],
  };
}

/** The files a reply carries: the attached ones, and those in the text that still stand there. */
export const filesToSend = ({ html, files }: Draft): ShownFile[] =>
  files.filter(({ id, inline }) => !inline || html.includes(`data-file="${id}"`));

/** Nobody is addressed twice: whoever stands in To stays there. */
function together(first: Recipients, second: Recipients): Recipients {
  const to = withPeople(first.to, second.to);
  const cc = without(withPeople(first.cc, second.cc), to);
  const bcc = without(withPeople(first.bcc, second.bcc), [...to, ...cc]);
  return { to, cc, bcc };
}

function without(people: Person[], those: Person[]): Person[] {
  const taken = new Set(those.map(({ address }) => address));
  return people.filter(({ address }) => !taken.has(address));
}
