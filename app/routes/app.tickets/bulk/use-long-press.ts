import { useRef, type TouchEvent } from "react";

const LONG = 500;

/** Held long, and not to scroll: calls `then`, and the tap that ends it opens nothing. */
export function useLongPress(then: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const pressed = useRef(false);
  const stop = () => clearTimeout(timer.current);
  return {
    onTouchStart: () => {
      pressed.current = false;
      timer.current = setTimeout(() => {
        pressed.current = true;
        then();
      }, LONG);
    },
    onTouchMove: stop,
    onTouchCancel: stop,
    onTouchEnd: (event: TouchEvent) => {
      stop();
      if (pressed.current) event.preventDefault();
    },
  };
}
