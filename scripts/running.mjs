// Which launchers use node_modules right now: nobody may install under their feet.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { cacheFolder } from "./paths.mjs";
import { identify, isRunning } from "./process-identity.mjs";

const folder = join(cacheFolder, "running");

/** Says that this process runs `name` until it ends. */
export function registerRunning(name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}.json`);
  writeFileSync(file, JSON.stringify({ name, process: identify(process.pid) }));
  process.once("exit", () => rmSync(file, { force: true }));
}

/** The other launchers of this repository that are alive, as `{ name, pid }`. */
export function othersRunning() {
  mkdirSync(folder, { recursive: true });
  const own = [process.pid, process.ppid];
  return readdirSync(folder).flatMap((entry) => {
    const file = join(folder, entry);
    const { name, process: identity } = read(file);
    if (isRunning(identity)) return own.includes(identity.pid) ? [] : [{ name, pid: identity.pid }];
    rmSync(file, { force: true });
    return [];
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
