import { useCallback } from "react";
import { useParams } from "@remix-run/react";
import { VISITOR_TYPING } from "../../live/news.ts";
import { useSignals } from "../../ui/live/bus.ts";
import { useLive } from "../../ui/live/live.tsx";
import { noteTyping, useMyPresence } from "../../ui/presence/use-my-presence.ts";

/**
 * Reads the ticket again when something happened to it, and shows colleagues that somebody looks at it. Returns what
 * to call with every letter that is typed.
 */
export function useTogether(ticketId: string): () => void {
  const { refresh } = useLive();
  // What was merged into this one has another id in the address.
  const asked = useParams().ticketId;
  useSignals(({ type, ticketId: about }) => {
    if (type !== "presence" && type !== VISITOR_TYPING && about && (about === ticketId || about === asked))
      refresh("ticket");
  });
  useMyPresence(ticketId);
  return useCallback(() => noteTyping(ticketId), [ticketId]);
}
