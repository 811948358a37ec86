/** The storage has nothing under this key. */
export class FileGone extends Error {
  constructor(cause?: unknown) {
    super("no bytes under this key", { cause });
    this.name = "FileGone";
  }
}
