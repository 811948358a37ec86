// The source files a rule looks at: those of the repository, or a few planted ones.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface Tree {
  /** paths from the root, with forward slashes */
  paths: string[];
  /** throws when there is no such file */
  read(path: string): string;
}

export const root = fileURLToPath(new URL("../../", import.meta.url));

const SKIPPED = new Set([
  "node_modules",
  "build",
  "coverage",
  "extensions",
  ".git",
  ".data",
  ".cache",
  ".shopify",
]);

/** Every TypeScript and JavaScript file of the repository. */
export const repositoryTree = (): Tree => ({
  // The theme extension's scripts are the shop's, not modules.
  paths: filesUnder(root).filter((path) => !path.startsWith("extensions/") && isModule(path)),
  read: (path) => readFileSync(join(root, path), "utf8"),
});

const isModule = (path: string): boolean => /\.([cm]?[jt]s|tsx)$/.test(path) && !/\.d\.[cm]?ts$/.test(path);

/** A tree of nothing but these files. */
export const plantedTree = (files: Record<string, string>): Tree => ({
  paths: Object.keys(files),
  read(path) {
    const text = files[path];
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  },
});

/** All files below a folder, as paths from the repository's root, without what is installed or built. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : [];
  });
}
