import { useParams } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";

/** Whoever leaves a ticket for the list stands where they came from: at its row, or at the first when it has gone. */
export function useFocusBack(pane: RefObject<HTMLElement>): void {
  const { ticketId } = useParams();
  const left = useRef(ticketId);
  useEffect(() => {
    const from = left.current;
    left.current = ticketId;
    if (!from || ticketId) return;
    const frame = requestAnimationFrame(() => {
      const held = document.activeElement;
      if (held && held !== document.body && held.checkVisibility()) return;
      const rows = [...(pane.current?.querySelectorAll<HTMLElement>("[data-testid=ticket-row]") ?? [])];
      (rows.find(({ dataset }) => dataset.ticket === from) ?? rows[0])?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [ticketId, pane]);
}
