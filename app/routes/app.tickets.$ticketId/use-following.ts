// Where the reader is in the conversation, and how far they have seen it.
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type MutableRefObject,
  type RefObject,
} from "react";

export interface Following {
  pane: RefObject<HTMLElement>;
  /** everything in the pane */
  content: RefObject<HTMLDivElement>;
  /** there is something new below what is seen */
  behind: boolean;
  /** the newest message the reader has had before their eyes */
  seen: string | null;
  catchUp: () => void;
  /** the same, and the focus stays where it is */
  toEnd: () => void;
}

const NEAR_THE_END = 60;
const useLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** Follows a thread whose newest message is `newest`. Made anew per ticket. */
export function useFollowing(newest: string | null, length: number): Following {
  const pane = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const untouched = useRef(true);
  const [seen, setSeen] = useState(newest);
  const toEnd = useCallback(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
    atEnd.current = true;
  }, []);

  useLayout(() => {
    if (!atEnd.current) return;
    untouched.current = true;
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
  useGrowth(pane, content, untouched, () => {
    if (atEnd.current) toEnd();
  });

  const catchUp = useCallback(() => {
    toEnd();
    setSeen(newest);
    pane.current?.focus({ preventScroll: true });
  }, [newest, toEnd]);
  return { pane, content, behind: seen !== newest, seen, catchUp, toEnd };
}

/**
 * Mails in their frames become as high as they are a moment after they appear, and the end moves away. That counts
 * until the reader touches the thread: what they unfold themselves must open under their eyes.
 */
function useGrowth(
  pane: RefObject<HTMLElement>,
  content: RefObject<HTMLElement>,
  untouched: MutableRefObject<boolean>,
  grown: () => void,
): void {
  const onGrown = useRef(grown);
  onGrown.current = grown;
  useEffect(() => {
    const touch = () => (untouched.current = false);
    const growing = new ResizeObserver(() => {
      if (untouched.current) onGrown.current();
    });
    if (content.current) growing.observe(content.current);
    const element = pane.current;
    const touches = ["pointerdown", "keydown", "wheel"];
    for (const name of touches) element?.addEventListener(name, touch, { passive: true });
    // Into a mail's frame.
    window.addEventListener("blur", touch);
    return () => {
      growing.disconnect();
      for (const name of touches) element?.removeEventListener(name, touch);
      window.removeEventListener("blur", touch);
    };
  }, [pane, content, untouched]);
}
