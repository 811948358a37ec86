import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the repository. */
export const inRepo = (...parts) => join(root, ...parts);

/** What the demo keeps between runs; `--fresh` wipes it. */
export const dataFolder = inRepo(".data");

/** What launchers can make again at any time: locks, stamps, the unpacked browser. */
export const cacheFolder = inRepo(".cache");

/** The Node that everything runs on, whatever started the launcher. */
export const ownNode = inRepo("node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
