// A worker as a process of its own, to be killed as a machine dies.
import { spawn, type ChildProcess } from "node:child_process";
import { afterAll } from "vitest";
import { inRepo } from "../scripts/paths.mjs";

const started: ChildProcess[] = [];
afterAll(() => {
  for (const worker of started) worker.kill("SIGKILL");
});

/** Starts one with this test's environment; it ends with the test file. */
export function startWorker(): ChildProcess {
  const worker = spawn(
    process.execPath,
    ["--import", inRepo("sandbox", "preload.mjs"), inRepo("server.ts")],
    { env: { ...process.env, ROLE: "worker" }, stdio: "ignore" },
  );
  started.push(worker);
  return worker;
}
