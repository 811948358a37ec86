// Runs in the measured page: what happened there, and when. Each function stands alone, it is sent over as text.

interface Notes {
  keys: number[];
  shifts: number;
  shiftsByInput: number;
}

/** Begins to add up what moves by itself. */
export function noteShifts(): void {
  const notes: Notes = { keys: [], shifts: 0, shiftsByInput: 0 };
  Object.assign(window, { notes });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (entry.hadRecentInput) notes.shiftsByInput += entry.value;
      else notes.shifts += entry.value;
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
