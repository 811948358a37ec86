import { useSyncExternalStore } from "react";

/** As the style sheets have it: one pane at a time. */
const NARROW = "(max-width: 719px)";

/** Whether the page is as narrow as a telephone's. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    follow,
    () => narrow().matches,
    () => false,
  );

let query: MediaQueryList | undefined;
/** One for all who ask: a page has dozens. */
const narrow = (): MediaQueryList => (query ??= matchMedia(NARROW));

function follow(onChange: () => void): () => void {
  const asked = narrow();
  asked.addEventListener("change", onChange);
  return () => asked.removeEventListener("change", onChange);
}
