import { useEffect, type RefObject } from "react";

/** Where only one pane has room, opening a ticket hides the row that had the focus: the ticket takes it over. */
export function useFocusWhenLost(pane: RefObject<HTMLElement>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const held = document.activeElement;
      const lost = held === null || held === document.body || !held.checkVisibility();
      if (lost) pane.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pane]);
}
