// One PostgreSQL server of our own: made once in a folder, started on a free port, stopped by us alone.
import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { freePort } from "./ports.mjs";
import { nativePostgres } from "./native-postgres.mjs";
import { clearStaleServer, ended, readPidFile } from "./stale-postgres.mjs";
import { reasonFrom } from "./postgres-trouble.mjs";
import { Trouble } from "./trouble.mjs";

/** What tests want: speed. A crash may cost the data, and nobody minds. */
export const forSpeed = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
  max_connections: "200",
};

/** Ordinary durability, with room for a few processes. */
export const forKeeps = { max_connections: "200" };

/**
 * Starts the server whose data lies in `folder`, making it first when it is not there.
 * A server of ours that a killed launcher left behind in that folder is stopped before.
 * Returns `{ port, url(database), stop(), kill(), pid, folder, exited }`; `exited` resolves when
 * the server ends, by whatever cause. Throws Trouble with the reason from the server's own log.
 */
export async function startPostgres({ folder, settings = forKeeps, port }) {
  const native = nativePostgres();
  await clearStaleServer(folder);
  await createCluster(folder, native);
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    try {
      return await launch(folder, native, chosen, settings);
    } catch (error) {
      // Somebody took the free port in between, or the last server's backends are still leaving.
      const again = error.reason === "memory" || (error.reason === "port" && port === undefined);
      if (!again || attempt > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.reason === "memory" ? 500 : 10));
    }
  }
}

async function createCluster(folder, native) {
  if (existsSync(join(folder, "samla-ready"))) return;
  // An initdb that was killed half-way leaves a folder that can not be used.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (native.user.uid !== undefined) chownSync(folder, native.user.uid, native.user.gid);
  // Locale and encoding are spelled out: with LANG unset the default would be SQL_ASCII,
  // where lower('ÅÄÖ') does nothing. Only loopback is listened on, so passwords add nothing.
  const args = [
    "-D",
    folder,
    "--username=samla",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ];
  const { code, output } = await runInitdb(native, args);
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw reasonFrom(output, { folder, doing: "make its data folder" });
  }
  writeFileSync(join(folder, "samla-ready"), "");
}

function runInitdb(native, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(native.bin("initdb"), args, {
      ...native.user,
      cwd: "/",
      env: serverEnv(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", (error) =>
      reject(new Trouble(`PostgreSQL's initdb could not be run: ${error.message}`)),
    );
    child.once("close", (code) => resolve({ code, output }));
  });
}

async function launch(folder, native, port, settings) {
  const log = `${folder}.log`;
  const out = openSync(log, "w");
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A group of its own: Ctrl-C in the terminal must reach the app first and the database last.
  const child = spawn(native.bin("postgres"), ["-D", folder, ...flags], {
    ...native.user,
    cwd: "/",
    env: serverEnv(),
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  const guard = guardAgainstOrphaning(child.pid);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? code));
  });
  exited.then(() => guard?.kill("SIGKILL"));
  await untilReady(folder, child, exited, log, port);
  return {
    port,
    pid: child.pid,
    folder,
    log,
    exited,
    url: (database) => `postgresql://samla@127.0.0.1:${port}/${database}`,
    stop: () => stop(child, exited),
    kill: () => (child.kill("SIGKILL"), exited),
  };
}

/**
 * A shell that waits for our end on a pipe: should we be killed outright, it stops the server a
 * moment later, when the app has had its chance to end in order.
 */
function guardAgainstOrphaning(pid) {
  if (process.platform === "win32") return undefined;
  const guard = spawn("sh", ["-c", 'read -r _; sleep 3; kill -INT "$0"', String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => {});
  guard.unref();
  guard.stdin.unref?.();
  return guard;
}

async function untilReady(folder, child, exited, log, port) {
  let gone = false;
  exited.then(() => (gone = true));
  for (const deadline = Date.now() + 60_000; !gone && Date.now() < deadline;) {
    const state = readPidFile(folder);
    if (state?.pid === child.pid && state.status === "ready") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (!gone) await stop(child, exited);
  throw reasonFrom(readFileSync(log, "utf8"), { folder, port, doing: "start" });
}

/** A fast shutdown (SIGINT) that does not wait for clients; after 10 s an immediate one. Harmless when repeated. */
async function stop(child, exited) {
  child.kill("SIGINT");
  if (!(await ended(exited, 10_000))) child.kill("SIGQUIT");
  if (!(await ended(exited, 5_000))) child.kill("SIGKILL");
  await exited;
}

/** Nothing of the caller's locale, and no PG* settings that would change what we start. */
function serverEnv() {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C.UTF-8", LC_MESSAGES: "C", TZ: "UTC" };
}
