// What is sent for each mode: where to, and which fields. A note's have no recipients at all. Pure.
import { NOBODY, type Recipients } from "../../../mail/person.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import type { DraftContent, DraftMode } from "../../../tickets/drafts/draft.ts";
import { variablesLeft } from "../../../tickets/variables-in-html.ts";
import { isBlankHtml } from "../../../ui/editor/text.ts";
import { isTooHeavy } from "../../../ui/uploads/weight.tsx";
import type { After } from "./after.ts";
import { filesToSend } from "./draft.ts";

/** Whether there is enough of it to be sent. `said`: the cards that go with it where it is said in a chat, else null. */
export function isComplete(
  mode: DraftMode,
  draft: DraftContent,
  recipients: Recipients,
  said: readonly Card[] | null = null,
): boolean {
  if (mode !== "note" && !said && !recipients.to.length) return false;
  if (mode !== "note" && variablesLeft(draft.html).length) return false;
  const says = !isBlankHtml(draft.html) || filesToSend(draft).length > 0 || Boolean(said?.length);
  return (says || mode === "forward") && !isTooHeavy({ html: draft.html, files: filesToSend(draft) });
}

/** Which resource makes it. */
export const pathFor = (ticketId: string, mode: DraftMode): string =>
  `/app/tickets/${ticketId}/${{ reply: "messages", note: "notes", forward: "forwards" }[mode]}`;

/** The form that is posted there. */
export function fieldsFor(
  mode: DraftMode,
  draft: DraftContent,
  {
    recipients,
    seen,
    merge,
    after,
    said,
  }: {
    recipients: Recipients;
    seen: string | null;
    merge: string | null;
    after: After;
    said: readonly Card[] | null;
  },
): Record<string, string> {
  const common = {
    html: draft.html,
    requestKey: draft.requestKey,
    files: JSON.stringify(filesToSend(draft).map(({ id }) => id)),
    actions: JSON.stringify(draft.actions),
  };
  if (mode === "note") return common;
  const { to, cc, bcc } = said ? NOBODY : recipients;
  const people = { to: JSON.stringify(to), cc: JSON.stringify(cc), bcc: JSON.stringify(bcc) };
  if (mode === "forward") return { ...common, ...people, forwardedId: draft.forwardedId ?? "" };
  const until = after.then === "snooze" ? after.until : "";
  return {
    ...common,
    ...people,
    ...(said?.length ? { cards: JSON.stringify(said) } : {}),
    seen: seen ?? "",
    merge: merge ?? "",
    then: after.then,
    until,
  };
}
