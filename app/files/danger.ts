// Why a person should think twice before they open a file. Pure.
import type { Danger } from "./file.ts";
import { kindOfExtension, kindOfType, type Kind } from "./kinds.ts";
import { earlierExtensions, extensionOf, turnsAround } from "./name.ts";

const HARMFUL: readonly Kind[] = ["executable", "script", "macro", "archive"];
const isHarmful = (kind: Kind | null): kind is Danger & Kind => kind !== null && HARMFUL.includes(kind);

/** By its name and its bytes; a name that says something else than the bytes is a danger by itself. */
export function dangerOf(name: string, contentType: string, bytes: Uint8Array): Danger | null {
  const said = kindOfExtension(extensionOf(name));
  const found = kindOfContent(contentType, bytes);
  if (isHarmful(said)) return said !== "archive" && hidesItself(name) ? "disguised" : said;
  if (isHarmful(found)) return said === null || mayBe(said, found) ? found : "disguised";
  return said && found && !mayBe(said, found) ? "disguised" : null;
}

/** "invoice.pdf.exe" is read as a PDF where extensions are hidden; "photo<RLO>gpj.exe" everywhere. */
const hidesItself = (name: string): boolean =>
  turnsAround(name) ||
  earlierExtensions(name).some((extension) => {
    const kind = kindOfExtension(extension);
    return kind !== null && !isHarmful(kind);
  });

/** Which bytes a name may honestly have beside its own sort. */
const ALSO: Partial<Record<Kind, Kind[]>> = {
  office: ["macro", "text", "archive", "mail"],
  text: ["office", "mail", "media"],
  mail: ["text", "office", "image", "pdf", "media"],
  image: ["media"],
  media: ["image", "text"],
};

/** An old office format is a zip or a database to those who only look at its first bytes. */
function mayBe(said: Kind, found: Kind): boolean {
  return said === found || (ALSO[said]?.includes(found) ?? false);
}

function kindOfContent(contentType: string, bytes: Uint8Array): Kind | null {
  const kind = kindOfType(contentType);
  return kind === "office" && hasMacros(bytes) ? "macro" : kind;
}

/** The names that office programs give the part with the macros: in a zip's directory, or in a compound file's. */
function hasMacros(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes("vbaProject.bin") || file.includes(Buffer.from("_VBA_PROJECT", "utf16le"));
}
