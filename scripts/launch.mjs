// How every command begins: on whatever Node there is, with nothing installed yet.
import { install } from "./install.mjs";
import { runOnOwnNode, runsOnOwnNode } from "./reexec.mjs";
import { shutDown, stopOnSignals, stopWithoutNpm } from "./shutdown.mjs";
import { explain, Trouble } from "./trouble.mjs";

/**
 * Installs what is missing, moves to the repository's own Node, and runs `main`, whose return
 * value is the exit code (nothing means 0). What fails is explained and exits 1.
 * `stopped` is the exit code after a signal; `first` runs before anything else.
 */
export async function launch(name, main, { stopped = 130, first = () => {} } = {}) {
  stopOnSignals(stopped);
  try {
    demandNode20();
    await first();
    await install(name);
    if (!runsOnOwnNode()) process.exit(await runOnOwnNode());
    stopWithoutNpm(() => void shutDown(stopped));
    await shutDown((await main()) ?? 0);
  } catch (error) {
    explain(error);
    await shutDown(1);
  }
}

function demandNode20() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Trouble(`This needs Node 20 or newer to begin with; you have ${process.version}.`);
  }
}
