// A pid alone is not proof: after a crash another program may carry it. Pid and start time are.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Names a running process so that it can be recognised later; undefined when there is none. */
export function identify(pid) {
  const startedAt = startTime(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** True while exactly this process (not another with its pid) still runs. */
export function isRunning(identity) {
  return identity?.startedAt !== undefined && startTime(identity.pid) === identity.startedAt;
}

/** The command line of a process, or an empty string. */
export function commandLine(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return "";
    }
  }
  return ps(pid, "args=");
}

function startTime(pid) {
  if (process.platform !== "linux") return ps(pid, "lstart=") || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended; only its parent has not looked yet.
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

const ps = (pid, column) =>
  (spawnSync("ps", ["-p", String(pid), "-o", column], { encoding: "utf8" }).stdout ?? "").trim();
