/** A failure whose message is all a person needs: it is printed without a stack. */
export class Trouble extends Error {}

/** Prints what went wrong, in plain words where we have them. */
export function explain(error) {
  const text = error instanceof Trouble ? error.message : inPlainWords(error);
  process.stderr.write(`\nsamla: ${text}\n`);
}

function inPlainWords(error) {
  if (error?.code === "ENOSPC") return `The disk is full (while writing ${error.path ?? "a file"}).`;
  if (error?.code === "EACCES" || error?.code === "EPERM") {
    return `No permission for ${error.path ?? "a file"}: ${error.message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
