// One launcher at a time: a file that names its holder, and that nobody honours once the holder is gone.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { cacheFolder } from "./paths.mjs";
import { identify, isRunning } from "./process-identity.mjs";

/**
 * Runs `work` while holding the lock `name`. Waits for another holder, telling `say` once whom
 * it waits for. Returns what `work` returns. A holder that was killed does not block anybody.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(line: string) => void} [say]
 */
export async function withLock(name, work, say = () => {}) {
  const file = join(cacheFolder, `${name}.lock`);
  mkdirSync(cacheFolder, { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) say(`waiting for another samla command (process ${holder(file)?.pid}) to finish its ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes the lock, or returns false while a living process holds it. */
function take(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    // A link appears with its content already inside, so nobody ever reads a half-written lock.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeIfAbandoned(file);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfAbandoned(file) {
  const before = holder(file);
  if (before === undefined || isRunning(before)) return;
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    const taken = holder(aside);
    // Between looking and renaming somebody else may have taken it: that lock goes back.
    if (taken && isRunning(taken)) linkSync(aside, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
