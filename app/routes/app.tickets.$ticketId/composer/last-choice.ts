// What Send did last with the ticket, kept in the browser.
const PLACE = "samla.after-send";

/** "" for nothing. Storage can be forbidden in a frame: then every page begins anew. */
export function lastChoice(): "" | "close" {
  try {
    return localStorage.getItem(PLACE) === "close" ? "close" : "";
  } catch {
    return "";
  }
}

/** Snoozing is for this once: the next ticket may need another time. */
export function rememberChoice(then: "" | "close" | "snooze"): void {
  try {
    if (then === "close") localStorage.setItem(PLACE, then);
    if (then === "") localStorage.removeItem(PLACE);
  } catch {
    // The button says what it does either way.
  }
}
