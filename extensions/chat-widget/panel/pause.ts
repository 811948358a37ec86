/** The n-th wait before trying again, in milliseconds: doubling up to half a minute, never for all at the same moment. */
export const backOff = (attempt: number, random = Math.random()): number =>
  Math.min(30_000, 500 * 2 ** attempt) * (0.75 + random / 2);

/** Waits; no longer than until the browser is online again or somebody looks. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      document.removeEventListener("visibilitychange", looked);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const looked = () => document.hidden || done();
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    document.addEventListener("visibilitychange", looked);
    signal?.addEventListener("abort", done);
    if (signal?.aborted) done();
  });
}

/** Waits before the n-th try; as long as the server says, where it says. */
export const rest = (attempt: number, retryAfter = 0, signal?: AbortSignal): Promise<void> =>
  pause(retryAfter * 1000 || backOff(attempt), signal);
