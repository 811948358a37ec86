import { startTransition, useEffect, useState } from "react";

/** Long enough for the browser to have put the page on the screen. */
const REST = 150;

/** False until what stands on the page has been painted once: what nobody waits for comes after what they came for. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)), REST);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
}
