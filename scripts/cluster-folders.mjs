// Where clusters may lie: PostgreSQL's user has to reach them, which a closed folder (0700) prevents.
import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { basename, join } from "node:path";

import { canReach, openFolder, serverUser } from "./native-postgres.mjs";
import { cacheFolder, dataFolder, root } from "./paths.mjs";
import { identify, isRunning } from "./process-identity.mjs";
import { clearStaleServer } from "./stale-postgres.mjs";

/**
 * The folder of this repository's demo data: under .data when PostgreSQL's user can get there,
 * else in an open folder, under a name that belongs to this repository's path. There it follows
 * .data all the same: when .data was removed, so is what lay outside.
 */
export async function demoClusterFolder() {
  const user = serverUser();
  mkdirSync(dataFolder, { recursive: true });
  const near = join(dataFolder, "postgres");
  if (canReach(near, user)) return near;
  const far = join(openFolder(user), `demo-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  await keepInStep(far);
  return join(far, "postgres");
}

async function keepInStep(far) {
  const [here, there] = [join(dataFolder, "cluster-id"), join(far, "cluster-id")];
  const id = readIfThere(here) ?? randomUUID();
  if (readIfThere(there) !== id) await remove(far, "postgres");
  openTo(far);
  writeFileSync(join(far, "repository.txt"), root);
  for (const file of [here, there]) writeFileSync(file, id);
}

/** A new folder for a cluster that ends with this process; `clearAbandoned` removes it after a crash. */
export function temporaryClusterFolder() {
  const name = `run-${randomUUID()}`;
  const draft = join(temporaryParent(), `new-${name}`);
  openTo(draft);
  writeFileSync(join(draft, "owner.json"), JSON.stringify(identify(process.pid)));
  // Named only once it names its owner: a nameless one would be cleared away by others.
  const home = join(temporaryParent(), name);
  renameSync(draft, home);
  return { home, data: join(home, "data") };
}

/** Stops and removes the clusters of test runs that were killed, and the demo data of repositories that are gone. */
export async function clearAbandoned() {
  const user = serverUser();
  const outside = user.uid === undefined ? [] : [openFolder(user)];
  for (const parent of new Set([temporaryParent(), ...outside])) {
    for (const home of readdirSync(parent).map((name) => join(parent, name))) {
      if (basename(home).startsWith("run-") && !isRunning(ownerOf(home))) await remove(home, "data");
      const repository = readIfThere(join(home, "repository.txt"));
      if (repository !== undefined && !existsSync(repository)) await remove(home, "postgres");
    }
  }
}

function temporaryParent() {
  const user = serverUser();
  const near = join(cacheFolder, "clusters");
  openTo(near);
  return canReach(join(near, "x"), user) ? near : openFolder(user);
}

const ownerOf = (home) => JSON.parse(readIfThere(join(home, "owner.json")) ?? "{}");

async function remove(home, cluster) {
  await clearStaleServer(join(home, cluster));
  rmSync(home, { recursive: true, force: true });
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Makes the folder, enterable whatever the umask is. */
function openTo(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}
