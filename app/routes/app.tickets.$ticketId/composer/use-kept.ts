// The page's drafts and the server's: taken over when a ticket is opened or looked at again, saved before it is left.
import { useEffect } from "react";
import { DRAFT_MODES } from "../../../tickets/drafts/draft.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { ask } from "./draft-requests.ts";
import { draftOf } from "./kept-drafts.ts";
import { syncOf } from "./sync.ts";

export function useKeptDrafts({ id, drafts }: Pick<TicketPage, "id" | "drafts">): void {
  useEffect(() => {
    for (const kept of drafts) syncOf(id, kept.mode).meet(kept);
  }, [id, drafts]);
  useEffect(() => {
    // A page that was read a while ago may still show what was sent or thrown away elsewhere since.
    if (DRAFT_MODES.some((mode) => draftOf(id, mode).read().revision > 0)) void compare(id);
    const look = () => {
      if (document.visibilityState === "visible") void compare(id);
      else leave(id);
    };
    const leaving = () => leave(id);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    window.addEventListener("blur", leaving);
    window.addEventListener("pagehide", leaving);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("blur", leaving);
      window.removeEventListener("pagehide", leaving);
      leave(id);
    };
  }, [id]);
}

async function compare(ticketId: string): Promise<void> {
  await Promise.all(DRAFT_MODES.map((mode) => syncOf(ticketId, mode).flush()));
  const kept = await ask(ticketId);
  if (!kept) return;
  for (const mode of DRAFT_MODES) {
    const draft = kept.find((one) => one.mode === mode);
    if (draft) syncOf(ticketId, mode).meet(draft);
    else syncOf(ticketId, mode).gone();
  }
}

function leave(ticketId: string): void {
  for (const mode of DRAFT_MODES) void syncOf(ticketId, mode).flush(true);
}
