// Runs in the measured page. Each function stands alone, it is sent over as text.

export interface Costs {
  cls: number;
  longTasks: number[];
  /** what came from the shop, by path: bodies as they were packed, without headers */
  bytes: Record<string, number>;
}

/** Begins to add up what moves and what keeps the page busy. */
export function noteCosts(): void {
  const costs: Costs = { cls: 0, longTasks: [], bytes: {} };
  Object.assign(window, { costs });
  const watch = (type: string, note: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("layout-shift", ({ value = 0 }) => (costs.cls += value));
  for (const type of ["navigation", "resource"])
    watch(type, (entry) => {
      const { name, encodedBodySize } = entry as PerformanceResourceTiming;
      costs.bytes[new URL(name).pathname] = encodedBodySize;
    });
  watch("longtask", ({ duration }) => costs.longTasks.push(duration));
}

export const readCosts = (): Costs => (window as unknown as { costs: Costs }).costs;

/** From the next touch to the frame on the screen, and to the panel that can be written in, in milliseconds. */
export function noteOpening(): Promise<{ frame: number; panel: number }> {
  const root = document.querySelector("samla-chat")?.shadowRoot;
  return new Promise((resolve) => {
    const touched = (event: PointerEvent) => {
      const since = () => performance.now() - event.timeStamp;
      const found = { frame: 0 };
      const look = () => {
        const frame = root?.querySelector<HTMLElement>(".frame");
        const isThere = frame && !frame.hidden;
        const canWrite = isThere && root?.querySelector("textarea");
        // After this frame is on the screen.
        if (isThere && !found.frame) requestAnimationFrame(() => setTimeout(() => (found.frame ||= since())));
        if (!canWrite || !found.frame) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => resolve({ frame: found.frame, panel: since() })));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener("pointerdown", touched, { once: true, capture: true });
  });
}
