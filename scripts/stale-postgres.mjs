// After kill -9 of a launcher its server lives on, and its postmaster.pid stays.
// Only a process that is PostgreSQL on this very folder is ended; a pid alone proves nothing.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { commandLine, identify, isRunning } from "./process-identity.mjs";

/** What postmaster.pid says: `{ pid, status }`, or undefined when there is no such file. */
export function readPidFile(folder) {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
}

/** Stops the server that was left behind in `folder`, if there is one, and removes its pid file. */
export async function clearStaleServer(folder) {
  const left = readPidFile(folder);
  if (!left) return;
  const server = isOurs(left.pid, folder) ? identify(left.pid) : undefined;
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    if (!server || !isRunning(server)) break;
    process.kill(left.pid, signal);
    await untilGone(server, patience);
  }
  rmSync(join(folder, "postmaster.pid"), { force: true });
}

/** True when the promise settles within `ms`. */
export async function ended(exited, ms) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms, "late")));
  const first = await Promise.race([exited.then(() => "ended"), late]);
  clearTimeout(timer);
  return first === "ended";
}

function isOurs(pid, folder) {
  const line = commandLine(pid);
  return line.includes(`postgres -D ${folder} -c `);
}

async function untilGone(identity, patience) {
  for (const deadline = Date.now() + patience; isRunning(identity) && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
