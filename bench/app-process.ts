// The built app as a process of its own, the way it runs for real.
import { join } from "node:path";
import { startService } from "../scripts/child.mjs";
import { untilAnswers } from "../scripts/health.mjs";
import { cacheFolder, inRepo } from "../scripts/paths.mjs";
import { appEnvironment } from "./environment.ts";

export interface AppProcess {
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts server.ts on the port; resolves when it is well. With a sandbox its Shopify is there, without one
 * there is none. BENCH_NODE_ARGS go to its Node, e.g. --cpu-prof.
 */
export async function startApp(
  databaseUrl: string,
  { sandboxUrl, ...wanted }: { port: number; role: "web" | "all"; sandboxUrl?: string; postmarkUrl?: string },
): Promise<AppProcess> {
  const env = { ...process.env, ...appEnvironment({ databaseUrl, ...wanted }) };
  const node = process.env.BENCH_NODE_ARGS?.split(" ") ?? [];
  if (sandboxUrl) {
    Object.assign(env, {
      SANDBOX_URL: sandboxUrl,
      SANDBOX_ORIGIN: sandboxUrl,
      APP_BRIDGE_URL: `${sandboxUrl}/app-bridge.js`,
    });
    node.push("--import", inRepo("sandbox", "preload.mjs"));
  }
  const log = join(cacheFolder, "bench", `${wanted.role}.log`);
  const service = startService(`app (${wanted.role})`, [...node, inRepo("server.ts")], { env, log });
  await untilAnswers(`http://127.0.0.1:${wanted.port}/health`, service);
  return { pid: service.pid ?? 0, stop: service.stop };
}
