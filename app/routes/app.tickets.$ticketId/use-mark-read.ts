import { useEffect, useState } from "react";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { forgetRead, noteOwn } from "../../ui/own-words.ts";
import { callVerb } from "../../ui/verb.ts";

/** Whoever walks on at once has not read it; and what is to be read comes first. */
const SEEN_AFTER = 400;

/** Marks the ticket read once it has been shown to somebody, and again when more comes in while they look. */
export function useMarkRead(ticket: TicketPage): void {
  const visible = useVisible();
  const newest = ticket.messages.findLast(({ kind }) => kind === "inbound")?.id;
  useEffect(() => {
    if (!visible || !newest) return;
    const timer = setTimeout(() => {
      noteOwn(ticket.id, { unread: false });
      void callVerb("POST", `/app/tickets/${ticket.id}/read`).then(({ ok }) => {
        if (!ok) forgetRead([ticket.id]);
      });
    }, SEEN_AFTER);
    return () => clearTimeout(timer);
  }, [ticket.id, newest, visible]);
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
