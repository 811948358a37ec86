// PDF.js, loaded when the first PDF is looked at. Pages are drawn to a canvas and nothing else: no scripts, no forms,
// no links, no layer that a document could put anything into. Fonts, character maps and decoders are our own assets.
import type { PDFDocumentProxy } from "pdfjs-dist";

export type PdfTrouble = "password" | "damaged" | "unavailable";

/** Why a PDF can't be shown. */
export class PdfNotShown extends Error {
  readonly trouble: PdfTrouble;

  constructor(trouble: PdfTrouble, cause: unknown) {
    super(trouble, { cause });
    this.name = "PdfNotShown";
    this.trouble = trouble;
  }
}

/** Opens a PDF. `close` frees its memory and its worker. Throws PdfNotShown. */
export async function openPdf(url: string): Promise<{ document: PDFDocumentProxy; close: () => void }> {
  const [{ getDocument, GlobalWorkerOptions }, { default: workerUrl }, assets] = await Promise.all([
    import("pdfjs-dist"),
    import("pdfjs-dist/build/pdf.worker.min.mjs?url"),
    import("./pdf-assets.ts"),
  ]).catch((error: unknown) => {
    throw new PdfNotShown("unavailable", error);
  });
  GlobalWorkerOptions.workerSrc = workerUrl;
  const task = getDocument({
    url,
    enableXfa: false,
    maxImageSize: 64_000_000,
    cMapUrl: "cmaps/",
    cMapPacked: true,
    standardFontDataUrl: "standard_fonts/",
    wasmUrl: "wasm/",
    useWorkerFetch: false,
    BinaryDataFactory: assets.OwnAssets,
  });
  try {
    return { document: await task.promise, close: () => void task.destroy() };
  } catch (error) {
    void task.destroy();
    throw new PdfNotShown(troubleOf(error), error);
  }
}

/** Draws one page as wide as `width` on the screen. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const sharp = Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({
    scale: Math.min(MOST_SIDE / natural.height, (width / natural.width) * sharp),
  });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
}

/** Some documents are one page as long as a street. */
const MOST_SIDE = 8_000;

function troubleOf(error: unknown): PdfTrouble {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return "password";
  return name === "ResponseException" ? "unavailable" : "damaged";
}
