// A stamp remembers what something was made from, and lies beside what was made: remove one, lose both.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { root } from "./paths.mjs";

/** A hash over the content of files and folders (tests left out) and over loose words; where the repository lies does not matter. */
export function hashOf(paths, ...words) {
  const hash = createHash("sha256").update(words.join("\n"));
  for (const file of paths.flatMap(filesIn))
    hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

/** True when the stamp says exactly this. */
export const isStamped = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** Writes the stamp, after the work it vouches for is done. */
export function writeStamp(stamp, hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !/\.test\.tsx?$/.test(name));
  return names.sort().flatMap((name) => filesIn(join(path, name)));
}
