// .data/demo.json says who runs the demo and what it started, for the next start to look at.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { dataFolder } from "./paths.mjs";
import { identify, isRunning } from "./process-identity.mjs";
import { Trouble } from "./trouble.mjs";

const file = join(dataFolder, "demo.json");

/** Notes this demo and the processes it has started so far. */
export function recordDemo(port, pids) {
  mkdirSync(dataFolder, { recursive: true });
  const about = {
    port,
    demo: identify(process.pid),
    parent: identify(process.ppid),
    started: pids.map(identify),
  };
  writeFileSync(file, JSON.stringify(about, null, 2));
}

export const forgetDemo = () => rmSync(file, { force: true });

/**
 * Ends what a killed demo left behind, and waits for one that is just stopping.
 * Throws Trouble when a demo of this repository runs.
 */
export async function clearEarlierDemo() {
  const { port, demo, parent, started = [] } = read();
  if (demo?.pid === process.pid || demo?.pid === process.ppid) return;
  // Once its npm or terminal is gone a demo stops by itself; that takes a moment.
  if (isRunning(demo) && (isRunning(parent) || !(await gone(demo, 20_000)))) {
    throw new Trouble(
      `The demo already runs from this folder: http://127.0.0.1:${port} (process ${demo.pid}). ` +
        `Stop it first: Ctrl-C in its terminal, or kill ${demo.pid}.`,
    );
  }
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const left = started.filter(isRunning);
    for (const { pid } of left) process.kill(pid, signal);
    await Promise.all(left.map((identity) => gone(identity, 5_000)));
  }
}

async function gone(identity, patience) {
  for (const deadline = Date.now() + patience; Date.now() < deadline;) {
    if (!isRunning(identity)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
