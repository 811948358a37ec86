// What was searched for lately, in this browser.
const KEY = "samla.searches";
const MOST = 6;

/** The latest first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepSearch(words: string): void {
  if (!words) return;
  try {
    const others = recentSearches().filter((one) => one !== words);
    localStorage.setItem(KEY, JSON.stringify([words, ...others].slice(0, MOST)));
  } catch {
    // A frame may be refused its storage; then nothing is kept.
  }
}
