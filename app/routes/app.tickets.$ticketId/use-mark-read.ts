import { useEffect, useState } from "react";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb } from "../../ui/verb.ts";

/** Marks the ticket read once it has been shown to somebody, and again when more comes in while they look. */
export function useMarkRead(ticket: TicketPage): void {
  const { refresh } = useLive();
  const visible = useVisible();
  const newest = ticket.messages.findLast(({ kind }) => kind === "inbound")?.id;
  useEffect(() => {
    if (!visible || !newest) return;
    void callVerb("POST", `/app/tickets/${ticket.id}/read`).then(({ ok }) => {
      if (ok) refresh("list");
    });
  }, [ticket.id, newest, visible, refresh]);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return visible;
}
