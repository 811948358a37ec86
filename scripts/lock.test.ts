import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { withLock } from "./lock.mjs";
import { cacheFolder } from "./paths.mjs";

const fileOf = (name: string) => join(cacheFolder, `${name}.lock`);

test("one holder at a time, and the one who waits is told for whom", async () => {
  const name = `test-${randomUUID()}`;
  const story: string[] = [];
  const hold = (who: string) =>
    withLock(
      name,
      async () => {
        story.push(`${who} in`);
        await wait(300);
        story.push(`${who} out`);
      },
      (line: string) => story.push(line.replace(/\(process \d+\)/, "(process N)").replace(name, "work")),
    );
  await Promise.all([hold("first"), hold("second")]);
  expect(story).toEqual([
    "first in",
    "waiting for another samla command (process N) to finish its work",
    "first out",
    "second in",
    "second out",
  ]);
  expect(existsSync(fileOf(name))).toBe(false);
});

test.each([
  ["whose holder was killed", { pid: 999_999_999, startedAt: "1" }],
  ["whose holder's pid now belongs to another program", { pid: process.pid, startedAt: "1" }],
])("a lock %s is nobody's", async (_, holder) => {
  const name = `test-${randomUUID()}`;
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(holder));
  expect(await withLock(name, async () => "done")).toBe("done");
});

test("work that fails gives the lock back", async () => {
  const name = `test-${randomUUID()}`;
  await expect(withLock(name, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(fileOf(name))).toBe(false);
});
