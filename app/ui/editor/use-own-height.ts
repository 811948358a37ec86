import { useEffect, useRef, type RefObject } from "react";

/** Gives the element the height of what is in it, again whenever that grows or shrinks, or is another thing. */
export function useOwnHeight<E extends HTMLElement>(what: unknown): RefObject<E> {
  const box = useRef<E>(null);
  useEffect(() => {
    const { current } = box;
    const inside = current?.firstElementChild;
    if (!current || !inside) return;
    const sized = new ResizeObserver(() => {
      current.style.height = `${inside.getBoundingClientRect().height}px`;
    });
    sized.observe(inside);
    return () => sized.disconnect();
  }, [what]);
  return box;
}
