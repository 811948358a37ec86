let print = console.log;

/** For commands whose standard output is read by programs. */
export const reportOnStandardError = () => (print = console.error);

/**
 * Runs one visible step: says what begins, then how long it took. `work` gets a function to
 * print lines under the step. Returns what `work` returns and throws what it throws.
 */
export async function step(title, work) {
  const started = Date.now();
  print(`· ${title} …`);
  const result = await work((line) => print(`    ${line}`));
  print(`✓ ${title} (${seconds(started)})`);
  return result;
}

/** Seconds since `started`, for people: `0.4 s`. */
export const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;
