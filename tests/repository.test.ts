// Ground rules of the repository that a machine can check.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder, root } from "./architecture/tree.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** What a person wrote: no binary files, no private settings, no lock file. */
const files = filesUnder(root).filter(
  (path) => !/(^|\/)(package-lock\.json|\.env|\.git)$|\.log$/.test(path) && !read(path).includes("\0"),
);
const under = (...folders: string[]): string[] =>
  files.filter((path) => folders.some((folder) => path.startsWith(folder)));
const tests = files.filter((path) => /\.test\.tsx?$/.test(path));

/** "path:line text" of each line that matches. */
const linesWith = (paths: string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );

const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

describe("nothing ties the repository to one machine", () => {
  test("no address of a package registry", () => {
    expect(
      linesWith(
        [...files, "package-lock.json"],
        /registry\.(npmjs|yarnpkg|npmmirror)|"resolved": "(https?):/,
      ),
    ).toEqual([]);
  });

  test("no path of somebody's machine", () => {
    // Where the system's own folder for temporary files is private, PostgreSQL's binaries need a public one.
    const needed = /\/tmp\/samla-cache/;
    const found = linesWith(files, /(?<![\w.}])\/(root|home|work|tmp|Users)\//);
    expect(found.filter((line) => !needed.test(line))).toEqual([]);
  });
});

describe("the environment", () => {
  const declared = [...read("app/env.server.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]*): z\b/gm)].map(
    ([, key]) => key,
  );
  const example = read(".env.example").split("\n");
  const keyOf = (line: string): string | undefined => /^(?:# )?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];

  test(".env.example has the keys that the app reads, and the preload's one", () => {
    expect(declared.length).toBeGreaterThan(15);
    expect(example.flatMap((line) => keyOf(line) ?? []).sort()).toEqual([...declared, "SANDBOX_URL"].sort());
  });

  test("and explains each", () => {
    // A key follows its comment, or a key that it shares the comment with.
    const bare = example.filter((line, index) => keyOf(line) && !/^#|=/.test(example[index - 1] ?? ""));
    expect(bare).toEqual([]);
  });
});

describe("dependencies", () => {
  test("are pinned exactly", () => {
    const versions = ["dependencies", "devDependencies", "overrides"].flatMap((group) =>
      Object.entries(manifest[group] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("each has a line in the README that says why it is there", () => {
    const section = /^## Dependencies\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(read("README.md"))?.[1] ?? "";
    const explained = [...section.matchAll(/^\|\s*`([^`]+)`\s*\|\s*\S/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(dependencies.sort());
  });
});

test("the image gives the database client's generator an address, or it would go and download an engine", () => {
  expect(read("Dockerfile")).toMatch(/DATABASE_URL=\S+ node \S+prisma\S+ generate/);
});

describe("tests", () => {
  test("all run", () => {
    expect(linesWith(tests, /^\s*(test|it|describe)\.(only|skip|todo|fails)\b/)).toEqual([]);
  });

  test("drive a browser about 25 times at most", () => {
    expect(linesWith(under("tests/flows/"), /^\s*(test|it)(\.each|\()/).length).toBeLessThanOrEqual(25);
  });

  test("replace no module of ours", () => {
    expect(linesWith(tests, /^\s*vi\.(mock|doMock|hoisted)\(/)).toEqual([]);
  });
});

describe("what is written", () => {
  const code = files.filter((path) => /\.([cm]?[jt]sx?|sql|prisma|toml|liquid)$/.test(path));

  test("exceptions to the lint give their reason", () => {
    expect(linesWith(code, /^\s*(\/\/|\/\*) eslint-disable(?!.* -- \S)/)).toEqual([]);
  });

  test("documents that the code names exist", () => {
    const names = code.flatMap((path) =>
      [...read(path).matchAll(/[\w-]+(?:\/[\w.-]+)*\.md\b/g)].map(([name]) => ({ path, name })),
    );
    const missing = names.filter(({ path, name }) => !tests.includes(path) && !existsSync(join(root, name)));
    expect(missing.map(({ path, name }) => `${path} names ${name}`)).toEqual([]);
  });

  test("links between documents lead somewhere", () => {
    const documents = files.filter((path) => path.endsWith(".md"));
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .filter(([, link = ""]) => !existsSync(join(root, dirname(path), link)))
        .map(([, link]) => `${path} links to ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test("a decision is told in 30 lines, under a number of its own", () => {
    const decisions = under("docs/decisions/");
    expect(decisions.filter((path) => read(path).trimEnd().split("\n").length > 30)).toEqual([]);
    expect(decisions.filter((path) => !/\/\d{3}-[a-z0-9-]+\.md$/.test(path))).toEqual([]);
    const numbers = decisions.map((path) => /\/(\d{3})-/.exec(path)?.[1]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
