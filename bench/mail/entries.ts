// A folder of mails that others made, with what they expect of each: <source>/INDEX.json beside its files.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const entry = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.string(),
  input: z.string(),
  tags: z.array(z.string()).default([]),
  expected: z.record(z.string(), z.unknown()).default({}),
  files: z.array(z.string()).default([]),
  group: z.string().optional(),
  note: z.string().optional(),
});
const index = z.object({ source: z.string(), entries: z.array(entry) });

export type Entry = z.infer<typeof entry> & {
  source: string;
  /** the bytes of its file, or of another file of the same source */
  bytes(file?: string): Buffer;
};

/** All expectations of a folder, by source. Throws for an INDEX.json of another shape. */
export function readEntries(folder: string): Entry[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isDirectory() && existsSync(join(folder, found.name, "INDEX.json")))
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name }) => {
      const { source, entries } = index.parse(
        JSON.parse(readFileSync(join(folder, name, "INDEX.json"), "utf8")),
      );
      return entries.map((one) => ({
        ...one,
        source,
        bytes: (file = one.file) => readFileSync(join(folder, name, file)),
      }));
    });
}
