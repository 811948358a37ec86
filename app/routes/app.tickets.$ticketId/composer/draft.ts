// A draft as this tab has it: what is written, and how far the server knows of it. Pure.
import type { ShownFile } from "../../../files/file.ts";
import { NOBODY, type Recipients } from "../../../mail/person.ts";
import {
  joinRecipients,
  type DraftContent,
  type DraftMode,
  type KeptDraft,
} from "../../../tickets/drafts/draft.ts";
import { joined, type MacroAction } from "../../../tickets/macros/macro.ts";
import { isBlankHtml } from "../../../ui/editor/text.ts";

export interface Draft extends DraftContent {
  /** the newest of the server's that this one stands on; 0 for none */
  revision: number;
  /** the server has exactly this */
  saved: boolean;
  /** Send was pressed with this key, and it is not known what became of it */
  tried: boolean;
}

export const EMPTY: Draft = {
  html: "",
  recipients: null,
  files: [],
  forwardedId: null,
  actions: [],
  requestKey: "",
  revision: 0,
  saved: true,
  tried: false,
};

/** What a message that was taken back gives back, and the draft the server made of it. */
export interface TakenBack {
  mode: DraftMode;
  html: string;
  recipients: Recipients;
  files: ShownFile[];
  forwardedId: string | null;
  actions: MacroAction[];
  draft: KeptDraft | null;
}

/** True when there is something that must not be lost. */
export const isStarted = (draft: DraftContent): boolean =>
  !isBlankHtml(draft.html) || draft.files.length > 0 || draft.recipients !== null;

/** Puts a message that was taken back into the box exactly as it was, above what was written since. */
export function giveBack(draft: Draft, back: TakenBack): Draft {
  const { html, files, forwardedId } = back;
  const changed = { forwardedId, actions: joined([...back.actions, ...draft.actions]), saved: false };
  // A note has no recipients to give back.
  const recipients = back.recipients.to.length ? back.recipients : null;
  if (!isStarted(draft)) return { ...draft, ...changed, html, recipients, files };
  const ids = new Set(files.map(({ id }) => id));
  return {
    ...draft,
    ...changed,
    html: isBlankHtml(draft.html) ? html : `${html}${draft.html}`,
    recipients: draft.recipients ? joinRecipients(recipients ?? NOBODY, draft.recipients) : recipients,
    files: [...files, ...draft.files.filter(({ id }) => !ids.has(id))],
  };
}

/** The files that go along: the attached ones, and those in the text that still stand there. */
export const filesToSend = ({ html, files }: DraftContent): ShownFile[] =>
  files.filter(({ id, inline }) => !inline || html.includes(`data-file="${id}"`));

/** A draft of the server's as this tab's own. */
export const taken = (kept: KeptDraft): Draft => ({
  html: kept.html,
  recipients: kept.recipients,
  files: kept.files,
  forwardedId: kept.forwardedId,
  actions: kept.actions,
  requestKey: kept.requestKey,
  revision: kept.revision,
  saved: true,
  tried: false,
});

/**
 * What to make of a draft the server has, when this tab has another: take it, stay, or (both were written on) ask.
 * `settled`: keys of what this tab has sent or thrown away; an older page may still know them.
 */
export function meet(own: Draft, kept: KeptDraft, settled: ReadonlySet<string>): "take" | "stay" | "ask" {
  if (settled.has(kept.requestKey)) return "stay";
  if (kept.requestKey === own.requestKey && kept.revision <= own.revision) return "stay";
  if (own.saved || !isStarted(own)) return "take";
  return sameWords(own, kept) ? "take" : "ask";
}

/** Whether two drafts would become the same message. */
export const sameWords = (one: DraftContent, other: DraftContent): boolean =>
  bare(one.html) === bare(other.html) &&
  JSON.stringify(one.recipients) === JSON.stringify(other.recipients) &&
  one.forwardedId === other.forwardedId &&
  JSON.stringify(one.actions) === JSON.stringify(other.actions) &&
  idsOf(one) === idsOf(other);

/** Links of pictures are new in every page. */
const bare = (html: string): string =>
  isBlankHtml(html) ? "" : html.replace(/<img [^>]*data-file="([^"]*)"[^>]*>/g, "<img $1>");

const idsOf = (draft: DraftContent): string =>
  filesToSend(draft)
    .map(({ id }) => id)
    .sort()
    .join();
