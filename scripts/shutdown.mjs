// What has to end when this process does: the last thing started is the first to be stopped.
const endings = [];
let ending;

/** Registers `end`, called once at shutdown. Returns a function that forgets it again. */
export function beforeExit(end) {
  endings.push(end);
  return () => {
    const at = endings.indexOf(end);
    if (at !== -1) endings.splice(at, 1);
  };
}

/** Stops everything, last started first, then exits. A second call joins the first. */
export function shutDown(code) {
  ending ??= (async () => {
    while (endings.length > 0) {
      try {
        await endings.pop()();
      } catch (error) {
        console.error(error);
        code = 1;
      }
    }
    process.exit(code);
  })();
  return ending;
}

/** True once the end has begun: whatever dies now is meant to. */
export const isShuttingDown = () => ending !== undefined;

/**
 * Takes the signals over. npm passes them on and a terminal sends them to the whole group, so
 * one Ctrl-C may arrive twice. `code` is the exit code of an orderly stop.
 */
export function stopOnSignals(code) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void shutDown(code));
  // Whoever read our output may be gone first.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** npm killed outright takes nobody with it: without it, nobody is left to stop us. */
export function stopWithoutNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
