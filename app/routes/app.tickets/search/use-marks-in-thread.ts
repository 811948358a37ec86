// The words that were searched for, marked in the conversation beside the list. The browser paints them over the text:
// the thread's own elements stay as they are.
import { useEffect, type RefObject } from "react";
import { hitsIn } from "../../../tickets/search/marks.ts";

const NAME = "search-hit";
const MESSAGES = '[data-testid="message"]';
const MOST = 500;

/** `marks`: what is marked (search/marks.ts); null when nothing was searched for. The first hit of a thread is shown. */
export function useMarksInThread(pane: RefObject<HTMLElement>, marks: string[] | null): void {
  const words = marks?.join(" ") ?? "";
  useEffect(() => {
    const element = pane.current;
    if (!words || !element || !("highlights" in CSS)) return;
    const lexemes = words.split(" ");
    let shownIn: Element | null = null;
    let frame = 0;
    const paint = () => {
      const ranges = rangesIn(element, lexemes);
      CSS.highlights.set(NAME, new Highlight(...ranges));
      const thread = ranges[0]?.startContainer.parentElement?.closest('[data-testid="ticket"]') ?? null;
      if (thread && thread !== shownIn)
        ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
      shownIn = thread ?? shownIn;
    };
    const soon = (changes: MutationRecord[]) => {
      if (changes.every(({ target }) => isTyping(target))) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    };
    const observer = new MutationObserver(soon);
    observer.observe(element, { childList: true, subtree: true });
    paint();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(NAME);
    };
  }, [pane, words]);
}

const isTyping = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest("[contenteditable]") !== null;

function rangesIn(pane: Element, lexemes: string[]): Range[] {
  const ranges: Range[] = [];
  for (const message of pane.querySelectorAll(MESSAGES)) {
    const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
      for (const { from, to } of hitsIn(node.textContent ?? "", lexemes)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
