// Brings node_modules to what package-lock.json says, when it is not there already.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";

import { runQuietly } from "./child.mjs";
import { demandSpace } from "./disk.mjs";
import { withLock } from "./lock.mjs";
import { inRepo, ownNode, root } from "./paths.mjs";
import { seconds, step } from "./progress.mjs";
import { othersRunning, registerRunning } from "./running.mjs";
import { hashOf, isStamped, writeStamp } from "./stamp.mjs";
import { Trouble } from "./trouble.mjs";

const stamp = inRepo("node_modules", ".samla-installed");

/**
 * Makes sure that the packages of the lock file are installed, one launcher at a time, and
 * registers this process, called `name`, as one that uses them. Throws Trouble when the install
 * fails, or when it is needed while another launcher runs on the packages that are there.
 */
export async function install(name) {
  await withLock(
    "install",
    async () => {
      const wanted = hashOf([inRepo("package-lock.json")], process.platform, process.arch);
      if (!isStamped(stamp, wanted) || !existsSync(ownNode)) {
        demandNobodyRuns();
        if (!holdsWhatTheLockSays())
          await step("Installing packages (the first time takes a minute or two)", installAll);
        if (!ownNodeWorks()) await step("Fetching Node out of npm", fetchNode);
        writeStamp(stamp, wanted);
      }
      registerRunning(name);
    },
    console.log,
  );
}

function demandNobodyRuns() {
  const [other] = othersRunning();
  if (!other) return;
  throw new Trouble(
    `The packages have to be installed anew, but ${other.name} (process ${other.pid}) is running on those that are there. ` +
      "Stop it, then try again.",
  );
}

/** What lies in node_modules, by npm's own account, against the lock file. */
function holdsWhatTheLockSays() {
  const account = inRepo("node_modules", ".package-lock.json");
  if (!existsSync(account)) return false;
  const installed = JSON.parse(readFileSync(account, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(inRepo("package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, link, ...about }]) =>
      path === "" ||
      link ||
      installed[path]?.version === version ||
      (about.optional && !isForThisMachine(about)),
  );
}

const isForThisMachine = ({ os, cpu, libc }) =>
  os?.includes(process.platform) && cpu?.includes(process.arch) && libc === undefined;

/**
 * No package's install script runs: PostgreSQL's only makes links, which we do ourselves, esbuild
 * works without, and Prisma's would download engines that we do not use.
 */
async function installAll(say) {
  demandSpace(root, 2_500, "installing the packages");
  const started = Date.now();
  const beat = setInterval(() => say(`${countPackages()} packages unpacked, ${seconds(started)}`), 5_000);
  try {
    await npm(["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--prefer-offline"]);
  } finally {
    clearInterval(beat);
  }
}

/** The one install script that is needed: the package `node` fetches this platform's Node with it. */
async function fetchNode() {
  await npm(["rebuild", "node", "--ignore-scripts=false", "--foreground-scripts"]);
  if (!ownNodeWorks())
    throw new Trouble("The Node that was installed out of npm does not run on this machine.");
}

function ownNodeWorks() {
  const { version } = JSON.parse(readFileSync(inRepo("node_modules", "node", "package.json"), "utf8"));
  return spawnSync(ownNode, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${version}`;
}

/** The npm that started us, with the Node that it runs on; else the one on the path. */
async function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const started = script?.endsWith(".js") && node && existsSync(node);
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=warn"];
  const [command, ...before] = started ? [node, script] : ["npm"];
  try {
    await runQuietly(command, [...before, ...args, ...quiet], { failure: `npm ${args[0]} failed:` });
  } catch (error) {
    throw new Trouble(inPlainWords(error.output ?? "") + error.message);
  }
}

function inPlainWords(output) {
  if (/ENOSPC|no space left/i.test(output)) return "The disk is full. ";
  if (/EACCES|EPERM/.test(output)) return `This user may not write to ${inRepo("node_modules")}. `;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output))
    return "The npm registry cannot be reached. ";
  return "";
}

function countPackages() {
  try {
    const names = readdirSync(inRepo("node_modules"));
    return names.filter((name) => existsSync(inRepo("node_modules", name, "package.json"))).length;
  } catch {
    return 0;
  }
}
