// The code of a ticket's page, and of the editor in it, fetched and read by the browser while nobody waits for it.
import { useEffect } from "react";
import { isAffordable } from "../../ui/ahead.ts";

/** Where browsers cannot tell when they are idle. */
const LATER = 1_000;

/** Makes the first ticket open as quickly as those after it. What cannot be fetched now is fetched when it is needed. */
export function useCodeAhead(): void {
  useEffect(() => {
    if (!isAffordable()) return;
    const fetchCode = () => {
      void import("../app.tickets.$ticketId/ticket.tsx").catch(() => undefined);
      void import("../../ui/editor/editor.tsx").catch(() => undefined);
    };
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(fetchCode, LATER);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchCode);
    return () => cancelIdleCallback(idle);
  }, []);
}
