import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

import { inRepo, root } from "./paths.mjs";
import { beforeExit } from "./shutdown.mjs";
import { ended } from "./stale-postgres.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Starts a Node program that runs until it is stopped, its output in the file `log`.
 * It is in a group of its own, so that Ctrl-C reaches the launcher, which ends things in order.
 * Returns `{ name, pid, exited, stop(), tail() }`.
 */
export function startService(name, args, { env, log, cwd = root }) {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, "w");
  const child = spawn(process.execPath, ["--import", inRepo("scripts", "end-with-launcher.mjs"), ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", out, out, "pipe"],
  });
  closeSync(out);
  const exited = exitOf(child);
  const stop = async () => {
    child.kill("SIGTERM");
    if (!(await ended(exited, 15_000))) child.kill("SIGKILL");
    await exited;
  };
  beforeExit(stop);
  return { name, pid: child.pid, exited, stop, log, tail: () => tailOf(log) };
}

/**
 * Runs a program to its end, its output shown as it comes. Returns the exit code; a signal that
 * reaches us stops it too.
 */
export async function runVisibly(command, args, { env = process.env, cwd = root } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: "inherit" });
  return untilDone(child);
}

/**
 * Runs a program to its end and keeps its output. Returns it when the program succeeds;
 * throws Trouble with what it said, introduced by `failure`, when not.
 */
export async function runQuietly(
  command,
  args,
  { env = process.env, cwd = root, failure, onLine = () => {} },
) {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
      output += chunk;
      for (const line of chunk.split("\n")) if (line.trim()) onLine(line.trim());
    });
  }
  const code = await untilDone(child);
  if (code !== 0) throw Object.assign(new Trouble(`${failure}\n${indented(output)}`), { output });
  return output;
}

async function untilDone(child) {
  const exited = exitOf(child);
  const forget = beforeExit(async () => {
    child.kill("SIGTERM");
    if (!(await ended(exited, 10_000))) child.kill("SIGKILL");
  });
  const code = await exited;
  forget();
  return code;
}

/** Resolves with the exit code, or the signal's name, or why it never ran. */
function exitOf(child) {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
}

/** The last lines of a log file, indented. */
export const tailOf = (log) => indented(readFileSync(log, "utf8").trim().split("\n").slice(-30).join("\n"));

/** A short text whole; of a long one twenty lines from where it first speaks of a failure, and the end. */
function indented(text) {
  const lines = text.trim().split("\n");
  const cause = Math.max(
    0,
    lines.findIndex((line) => /✗|\berror\b|\bfailed\b/i.test(line)),
  );
  const shown = lines.length <= 40 ? lines : [...lines.slice(cause, cause + 20), "…", ...lines.slice(-10)];
  return shown.map((line) => `    ${line}`).join("\n");
}
