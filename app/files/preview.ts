// What of a file can be shown on the page itself. Pure: the server and the page agree on it.
import type { StoredFile } from "./file.ts";

/** A browser needs four bytes a pixel to show a picture: 64 million are a quarter of a gigabyte. */
const MOST_PIXELS = 64_000_000;
/** A PDF is read whole before its first page is drawn. */
const MOST_PDF_BYTES = 25_000_000;

type Shown = Pick<StoredFile, "contentType" | "size" | "danger" | "width" | "height" | "missing">;

/** How a file is shown; "too-big" for a picture or PDF that would weigh the page down; null for all else. */
export function previewOf(file: Shown): "image" | "pdf" | "too-big" | null {
  if (file.missing || file.danger) return null;
  if (file.contentType === "application/pdf") return file.size > MOST_PDF_BYTES ? "too-big" : "pdf";
  if (file.width === null || file.height === null) return null;
  return file.width * file.height > MOST_PIXELS ? "too-big" : "image";
}
