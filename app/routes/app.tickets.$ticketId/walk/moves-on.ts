// Whether an agent goes on to the next ticket when one is done with. Remembered by the browser.
import { makeStore } from "../../../ui/store.ts";

const PLACE = "samla.moves-on";

export const movesOn = makeStore(recall());
movesOn.subscribe(() => remember(movesOn.read()));

// Storage can be forbidden in a frame: then it lasts as long as the page.
function recall(): boolean {
  try {
    return localStorage.getItem(PLACE) !== "stay";
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(PLACE, on ? "next" : "stay");
  } catch {
    // The store has it.
  }
}
