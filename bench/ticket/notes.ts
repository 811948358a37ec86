// Runs in the measured page: what happened there, and when. Each function stands alone, it is sent over as text.

interface Notes {
  keys: number[];
  /** all that moved by itself */
  shifts: number;
  /** the most of it in one stretch: less than a second from one to the next, five seconds at most (web.dev/cls) */
  worst: number;
  shiftsByInput: number;
}

/**
 * Begins to add up what moves by itself. What moves within half a second of a press does not count (web.dev/cls); the
 * browser's own `hadRecentInput` knows of presses in its frame tree's top page only, so they are noted here.
 */
export function noteShifts(): void {
  const notes: Notes = { keys: [], shifts: 0, worst: 0, shiftsByInput: 0 };
  Object.assign(window, { notes });
  const presses: number[] = [];
  for (const type of ["pointerdown", "keydown"])
    window.addEventListener(type, ({ timeStamp }) => presses.push(timeStamp), { capture: true });
  const followsPress = (at: number) => presses.some((press) => at >= press && at - press < 500);
  const stretch = { from: 0, last: 0, sum: 0 };
  const note = (at: number, value: number) => {
    if (at - stretch.last >= 1_000 || at - stretch.from >= 5_000)
      Object.assign(stretch, { from: at, sum: 0 });
    Object.assign(stretch, { last: at, sum: stretch.sum + value });
    notes.shifts += value;
    notes.worst = Math.max(notes.worst, stretch.sum);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (entry.hadRecentInput || followsPress(entry.startTime)) notes.shiftsByInput += entry.value;
      else note(entry.startTime, entry.value);
  }).observe({ type: "layout-shift" });
}

/** From the next click to the frame that shows this ticket and its messages, in milliseconds. */
export function noteOpening(number: string): Promise<number> {
  return new Promise((resolve) => {
    const clicked = (event: MouseEvent) => {
      const look = () => {
        const ticket = document.querySelector('[data-testid="ticket"]');
        const shown =
          ticket?.querySelector("header")?.textContent?.includes(number) &&
          ticket.querySelector('[data-testid="message"]');
        if (!shown) return requestAnimationFrame(look);
        // After this frame is on the screen.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener("click", clicked, { once: true, capture: true });
  });
}

/** Notes how long every key takes from now on, to after the next frame. */
export function noteKeys(): void {
  const { notes } = window as unknown as { notes: Notes };
  window.addEventListener(
    "keydown",
    (event) => {
      requestAnimationFrame(() => setTimeout(() => notes.keys.push(performance.now() - event.timeStamp)));
    },
    { capture: true },
  );
}

export const readNotes = (): Notes => (window as unknown as { notes: Notes }).notes;
