// Where the build has put what PDF.js loads by name while it draws.
const found = import.meta.glob<string>(
  [
    "/node_modules/pdfjs-dist/cmaps/*.bcmap",
    "/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}",
    "/node_modules/pdfjs-dist/wasm/{openjpeg,jbig2,qcms_bg}.wasm",
  ],
  { query: "?url", import: "default", eager: true, exhaustive: true },
);

const addresses = new Map(Object.entries(found).map(([path, url]) => [path.split("/").at(-1) ?? "", url]));

/** PDF.js's way to ask for one of them. */
export class OwnAssets {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = addresses.get(filename);
    const answer = url ? await fetch(url) : null;
    if (!answer?.ok) throw new Error(`no asset ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
