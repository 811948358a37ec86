// Where the reader is in the conversation, and how far they have seen it.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

export interface Following {
  pane: RefObject<HTMLElement>;
  /** there is something new below what is seen */
  behind: boolean;
  /** the newest message the reader has had before their eyes */
  seen: string | null;
  catchUp: () => void;
}

const NEAR_THE_END = 60;
const useLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** Follows a thread whose newest message is `newest`. Made anew per ticket. */
export function useFollowing(newest: string | null, length: number): Following {
  const pane = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState(newest);
  const toEnd = useCallback(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
    atEnd.current = true;
  }, []);

  useLayout(() => {
    if (!atEnd.current) return;
    toEnd();
    setSeen(newest);
  }, [newest, length, toEnd]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      const { scrollHeight, scrollTop, clientHeight } = element;
      atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
      if (atEnd.current) setSeen(newest);
    };
    // The composer growing or a window getting smaller must not push the last message out of sight.
    const resized = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    element.addEventListener("scroll", look, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [newest, toEnd]);

  const catchUp = useCallback(() => {
    toEnd();
    setSeen(newest);
    pane.current?.focus({ preventScroll: true });
  }, [newest, toEnd]);
  return { pane, behind: seen !== newest, seen, catchUp };
}
