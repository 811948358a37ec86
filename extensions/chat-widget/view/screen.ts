// On a phone the open chat is all there is: the page behind keeps still and out of the way, and the panel ends where
// the keyboard begins.
import type { Shell } from "../loader/shell.ts";

const SMALL = "(max-width: 480px), (max-height: 480px)";
const hidden = new Set<HTMLElement>();

/** Called whenever the chat opens or closes. */
export function fullScreen(shell: Shell): void {
  const { frame, isOpen, host } = shell;
  const covers = isOpen && matchMedia(SMALL).matches;
  document.documentElement.style.overflow = covers ? "hidden" : "";
  frame.ariaModal = `${covers}`;
  for (const element of hidden) element.inert = false;
  hidden.clear();
  if (covers)
    for (const element of document.body.children)
      if (element instanceof HTMLElement && !element.contains(host) && !element.inert) {
        element.inert = true;
        hidden.add(element);
      }
  const fit = () => {
    const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    frame.style.setProperty("--height", `${height}px`);
    frame.style.setProperty("--top", `${offsetTop}px`);
  };
  fit();
  if (visualViewport) visualViewport.onresize = visualViewport.onscroll = covers ? fit : null;
}
