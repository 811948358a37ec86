import { spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";

import { inRepo, ownNode } from "./paths.mjs";
import { stopWithoutNpm } from "./shutdown.mjs";

/** True when this process already runs on the Node that the repository installs. */
export function runsOnOwnNode() {
  const { version } = JSON.parse(readFileSync(inRepo("node_modules", "node", "package.json"), "utf8"));
  return process.version === `v${version}` && realpathSync(process.execPath) === realpathSync(ownNode);
}

/**
 * Runs this same command once more on the repository's own Node, passes signals on to it, and
 * returns its exit code. Should this process be killed outright, the other one ends by itself.
 */
export async function runOnOwnNode() {
  const preload = ["--import", inRepo("scripts", "end-with-launcher.mjs")];
  const child = spawn(ownNode, [...preload, ...process.argv.slice(1)], {
    stdio: ["inherit", "inherit", "inherit", "pipe"],
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.removeAllListeners(signal);
    process.on(signal, pass);
  }
  stopWithoutNpm(() => pass("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
