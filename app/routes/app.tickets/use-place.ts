// How far each list was scrolled, so that it stands there again when one comes back to it.
import { useLayoutEffect, useRef, type RefObject } from "react";

const places = new Map<string, number>();

/** Give the ref to the element that scrolls. `shown`: false while the list has no room (one pane at a time). */
export function usePlace(query: string): RefObject<HTMLDivElement> {
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    element.scrollTop = places.get(query) ?? 0;
    // A pane that is not displayed says 0: that is nobody's place.
    const note = () => {
      if (element.clientHeight) places.set(query, element.scrollTop);
    };
    element.addEventListener("scroll", note, { passive: true });
    const size = new ResizeObserver(() => {
      if (element.clientHeight && !element.scrollTop) element.scrollTop = places.get(query) ?? 0;
    });
    size.observe(element);
    return () => {
      element.removeEventListener("scroll", note);
      size.disconnect();
    };
  }, [query]);
  return pane;
}
