// What we install may be passed on under MIT: no licence outside these lists, anywhere in the tree.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./architecture/tree.ts";

/** What our own dependencies may be under. */
const ours = ["MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0"];

/** What theirs may be under as well. */
const theirs = [
  ...ours,
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "Python-2.0",
  "Unlicense",
];

/** Under Shopify's own licence, which allows apps for Shopify; looked at by a person. */
const shopifys = [
  "@shopify/polaris",
  "@shopify/polaris-icons",
  "@shopify/polaris-tokens",
  "@shopify/polaris-types",
];

interface Installed {
  license?: string;
  optional?: boolean;
}

const readJson = (path: string) =>
  JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, unknown>;

const lock = readJson("package-lock.json").packages as Record<string, Installed>;
const manifest = readJson("package.json") as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

const tree = Object.entries(lock).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.split("node_modules/").at(-1) ?? path;

/** As the lock says; else as the package says, in its manifest or at the head of its licence file. */
function licenceOf(path: string, { license }: Installed): string {
  if (license) return license;
  if (!existsSync(join(root, path, "package.json"))) return "unknown";
  const { license: named, licenses } = readJson(join(path, "package.json")) as Record<string, unknown>;
  if (typeof named === "string") return named;
  const listed = Array.isArray(licenses) ? (licenses[0] as { type?: unknown }).type : undefined;
  return typeof listed === "string" ? listed : licenceFile(path);
}

function licenceFile(path: string): string {
  const file = readdirSync(join(root, path)).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(root, path, file), "utf8") : "";
  return text.includes("Permission is hereby granted, free of charge") ? "MIT" : "unknown";
}

/** Whether an SPDX expression can be met from the list: one side of OR, both of AND. */
function isAmong(list: string[], expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, "$1");
  if (/\bOR\b/.test(inner)) return inner.split(/\s+OR\s+/).some((side) => isAmong(list, side));
  if (/\bAND\b/.test(inner)) return inner.split(/\s+AND\s+/).every((side) => isAmong(list, side));
  return list.includes(inner);
}

test("our own dependencies are under licences we chose", () => {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const others = names
    .filter((name) => !shopifys.includes(name))
    .map((name) => `${name}: ${licenceOf(`node_modules/${name}`, lock[`node_modules/${name}`] ?? {})}`)
    .filter((line) => !isAmong(ours, line.split(": ")[1] ?? ""));
  expect(others).toEqual([]);
});

test("so is everything they bring along", () => {
  expect(tree.length).toBeGreaterThan(500);
  const others = tree
    .filter(([path]) => !shopifys.includes(nameOf(path)))
    .map(([path, entry]) => ({ path, licence: licenceOf(path, entry) }))
    .filter(({ licence }) => !isAmong(theirs, licence));
  expect(others).toEqual([]);
});

test("what is Shopify's says so", () => {
  for (const name of shopifys) {
    const licence = join(root, "node_modules", name, "LICENSE.md");
    // polaris-types, a set of types that only the schema tooling brings, comes without a licence file.
    if (name !== "@shopify/polaris-types") expect(readFileSync(licence, "utf8")).toContain("Shopify Inc");
  }
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["(Apache-2.0 AND MIT)", true],
  ["(Apache-2.0 AND LGPL-3.0-only)", false],
  ["GPL-3.0-only", false],
  ["AGPL-3.0-or-later", false],
  ["SSPL-1.0", false],
  ["SEE LICENSE IN LICENSE.md", false],
  ["unknown", false],
])("%s is acceptable: %s", (expression, acceptable) => {
  expect(isAmong(theirs, expression)).toBe(acceptable);
});
