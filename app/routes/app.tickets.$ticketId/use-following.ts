// Where the reader is in the conversation, and how far they have seen it.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

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
/** so much of what was before stays in sight */
const ABOVE = 16;
const useLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Follows a thread whose newest message is `newest`. Made anew per ticket: opens where reading goes on, at the message
 * `opensAt`, or else at the last one.
 */
export function useFollowing(newest: string | null, length: number, opensAt: string | null): Following {
  const pane = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const opening = useRef(true);
  const untouched = useRef(true);
  const [seen, setSeen] = useState(newest);
  const toEnd = useCallback(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
    atEnd.current = true;
  }, []);
  const goToEnd = useCallback(() => {
    opening.current = false;
    toEnd();
  }, [toEnd]);
  const toStart = useCallback(() => {
    if (pane.current) atEnd.current = goToStart(pane.current, opensAt);
  }, [opensAt]);

  useLayout(() => {
    if (opening.current) toStart();
    else if (atEnd.current) toEnd();
    else return;
    untouched.current = true;
    setSeen(newest);
  }, [newest, length, toStart, toEnd]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      atEnd.current = isAtEnd(element);
      if (atEnd.current) setSeen(newest);
    };
    // The composer growing or a window getting smaller must not push the last message out of sight.
    const resized = new ResizeObserver(() => {
      if (opening.current) toStart();
      else if (atEnd.current) toEnd();
    });
    element.addEventListener("scroll", look, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [newest, toStart, toEnd]);
  useTouch(pane, () => {
    opening.current = false;
    untouched.current = false;
  });
  useGrowth(content, () => {
    if (untouched.current && opening.current) toStart();
    else if (untouched.current && atEnd.current) toEnd();
  });

  const catchUp = useCallback(() => {
    goToEnd();
    setSeen(newest);
    pane.current?.focus({ preventScroll: true });
  }, [newest, goToEnd]);
  return { pane, content, behind: seen !== newest, seen, catchUp, toEnd: goToEnd };
}

const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < NEAR_THE_END;

/**
 * Scrolls to where reading goes on: the line "new" or the first new message at the top, else as far down as the last
 * message still begins in sight. Returns whether that is the end.
 */
function goToStart(pane: HTMLElement, opensAt: string | null): boolean {
  const messages = pane.querySelectorAll<HTMLElement>('[data-testid="message"]');
  const wanted = [...messages].find(({ dataset }) => dataset.id === opensAt) ?? messages[messages.length - 1];
  const run = wanted?.parentElement;
  const line = pane.querySelector<HTMLElement>('[data-testid="new-line"]');
  // With its heading, when it is the first below it.
  const start =
    (opensAt && line) || (run?.querySelector('[data-testid="message"]') === wanted ? run : wanted);
  const end = pane.scrollHeight - pane.clientHeight;
  const top = start
    ? pane.scrollTop + start.getBoundingClientRect().top - pane.getBoundingClientRect().top
    : end;
  pane.scrollTop = Math.min(end, Math.max(0, top - ABOVE));
  return isAtEnd(pane);
}

/**
 * Mails in their frames become as high as they are a moment after they appear, and the end moves away. That counts
 * until the reader touches the thread: what they unfold themselves must open under their eyes.
 */
function useGrowth(content: RefObject<HTMLElement>, grown: () => void): void {
  const onGrown = useRef(grown);
  onGrown.current = grown;
  useEffect(() => {
    const growing = new ResizeObserver(() => onGrown.current());
    if (content.current) growing.observe(content.current);
    return () => growing.disconnect();
  }, [content]);
}

/** Calls once the reader does something with the thread, or with a mail's frame in it. */
function useTouch(pane: RefObject<HTMLElement>, touch: () => void): void {
  const onTouch = useRef(touch);
  onTouch.current = touch;
  useEffect(() => {
    const touched = () => onTouch.current();
    const element = pane.current;
    const touches = ["pointerdown", "keydown", "wheel"];
    for (const name of touches) element?.addEventListener(name, touched, { passive: true });
    window.addEventListener("blur", touched);
    return () => {
      for (const name of touches) element?.removeEventListener(name, touched);
      window.removeEventListener("blur", touched);
    };
  }, [pane]);
}
