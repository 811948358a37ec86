import { useSyncExternalStore } from "react";

/** As the style sheets have it: one pane at a time. */
const NARROW = "(max-width: 719px)";

/** Whether the page is as narrow as a telephone's. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    follow,
    () => matchMedia(NARROW).matches,
    () => false,
  );

function follow(onChange: () => void): () => void {
  const narrow = matchMedia(NARROW);
  narrow.addEventListener("change", onChange);
  return () => narrow.removeEventListener("change", onChange);
}
