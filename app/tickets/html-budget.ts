// How much HTML a page carries at once. Pure.

const MOST = 1_000_000;

/** The messages, newest first; HTML beyond the budget is left out, to be fetched when somebody looks at it. */
export function withinBudget<M extends { html: string | null; htmlLater?: true }>(newestFirst: M[]): M[] {
  let left = MOST;
  return newestFirst.map((message) => {
    left -= message.html?.length ?? 0;
    return left >= 0 || message.html === null ? message : { ...message, html: null, htmlLater: true };
  });
}
