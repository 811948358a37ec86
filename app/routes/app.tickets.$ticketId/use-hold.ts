// What appears above what somebody reads does not move it.
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from "react";

const useLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

interface Held {
  element: Element;
  top: number;
}

/**
 * Called just before something appears above: the message being read stays where it is on the screen. With
 * `focus`, what had the focus goes away, and the pane takes it.
 */
export function useHold(pane: RefObject<HTMLElement>): (focus?: boolean) => void {
  const held = useRef<Held | null>(null);
  useLayout(() => {
    const before = held.current;
    held.current = null;
    if (!before?.element.isConnected || !pane.current) return;
    pane.current.scrollTop += before.element.getBoundingClientRect().top - before.top;
  });
  return useCallback(
    (focus?: boolean) => {
      const root = pane.current;
      if (!root) return;
      const { top } = root.getBoundingClientRect();
      const folded = root.querySelector('[data-testid="fold"]');
      const messages = [...root.querySelectorAll('[data-testid="message"]')];
      const element = messages.find(
        (one) =>
          one.getBoundingClientRect().bottom > top &&
          (!focus || !folded || folded.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
      );
      if (element) held.current = { element, top: element.getBoundingClientRect().top };
      if (focus) root.focus({ preventScroll: true });
    },
    [pane],
  );
}
