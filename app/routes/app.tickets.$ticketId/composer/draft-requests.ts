// What this tab asks of the server about drafts.
import type { DraftMode, KeptDraft } from "../../../tickets/drafts/draft.ts";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import type { Draft } from "./draft.ts";

type Answer = { ok: true; revision: number } | { ok: false; failure: VerbFailure };

/** A browser lets a page that is closing send no more than 64 kB. */
const MOST_LEAVING = 60_000;

const pathOf = (ticketId: string) => `/app/tickets/${ticketId}/draft`;

/** Saves it. */
export async function post(
  ticketId: string,
  mode: DraftMode,
  draft: Draft,
  leaving: boolean,
): Promise<Answer> {
  const { recipients } = draft;
  const fields = {
    mode,
    revision: String(draft.revision),
    html: draft.html,
    addressed: recipients ? "1" : "",
    to: JSON.stringify(recipients?.to ?? []),
    cc: JSON.stringify(recipients?.cc ?? []),
    bcc: JSON.stringify(recipients?.bcc ?? []),
    files: JSON.stringify(draft.files.map(({ id }) => id)),
    forwardedId: draft.forwardedId ?? "",
    actions: JSON.stringify(draft.actions),
    requestKey: draft.requestKey,
  };
  const keepalive = leaving && draft.html.length < MOST_LEAVING / 3;
  const result = await callVerb<{ revision: number }>("POST", pathOf(ticketId), fields, { keepalive });
  return result.ok ? { ok: true, revision: result.data.revision } : { ok: false, failure: result };
}

/** Throws it away. */
export async function discard(
  ticketId: string,
  mode: DraftMode,
  { revision }: Draft,
  leaving: boolean,
): Promise<Answer> {
  const fields = { mode, revision: String(revision) };
  const result = await callVerb("DELETE", pathOf(ticketId), fields, { keepalive: leaving });
  return result.ok ? { ok: true, revision: 0 } : { ok: false, failure: result };
}

/** All drafts this agent has on a ticket; null when that cannot be told. */
export async function ask(ticketId: string): Promise<KeptDraft[] | null> {
  const result = await callVerb<{ drafts: KeptDraft[] }>("GET", pathOf(ticketId));
  return result.ok ? result.data.drafts : null;
}
