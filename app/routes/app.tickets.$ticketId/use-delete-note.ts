import { useAppBridge } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";
import { mayDeleteNotes } from "../../team/roles.ts";
import { OFFERED } from "../../tickets/deleted-note.ts";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { useAgent } from "../../ui/agent.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb } from "../../ui/verb.ts";
import { showAgain, takeOut } from "./composer/taken-back.ts";

/** Deletes a note: out of the thread at once, and back from the toast. Null for what the agent may not delete. */
export function useDeleteNote(ticketId: string, message: ThreadMessage): (() => void) | null {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const agent = useAgent();
  const { refresh } = useLive();
  if (message.kind !== "note" || message.relay) return null;
  if (message.authorId !== agent.id && !mayDeleteNotes(agent.role)) return null;
  const path = `/app/tickets/${ticketId}/notes/${message.id}`;
  const bringBack = async () => {
    showAgain(ticketId, message.id);
    const result = await callVerb("POST", path);
    refresh();
    if (result.ok) return;
    const late = result.error === "cannot-undo" || result.error === "not-found";
    if (late) takeOut(ticketId, message.id);
    shopify.toast.show(t(late ? "notes.undoLate" : "notes.failed"), { isError: true });
  };
  const remove = async () => {
    takeOut(ticketId, message.id);
    const result = await callVerb("DELETE", path);
    refresh();
    if (!result.ok) {
      showAgain(ticketId, message.id);
      shopify.toast.show(t("notes.failed"), { isError: true });
      return;
    }
    shopify.toast.show(t("notes.deleted"), {
      action: t("notes.undo"),
      onAction: () => void bringBack(),
      duration: OFFERED,
    });
  };
  return () => void remove();
}
