// The built app as a process of its own, the way it runs for real.
import { join } from "node:path";
import { startService } from "../scripts/child.mjs";
import { untilAnswers } from "../scripts/health.mjs";
import { cacheFolder, inRepo } from "../scripts/paths.mjs";
import { freePort } from "../scripts/ports.mjs";
import { appEnvironment } from "./environment.ts";

export interface AppProcess {
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** Starts server.ts on a free port; resolves when it is well. BENCH_NODE_ARGS go to its Node, e.g. --cpu-prof. */
export async function startApp(databaseUrl: string, role: "web" | "worker" | "all"): Promise<AppProcess> {
  const port = await freePort();
  const env = { ...process.env, ...appEnvironment({ databaseUrl, port, role }) };
  const args = [...(process.env.BENCH_NODE_ARGS?.split(" ") ?? []), inRepo("server.ts")];
  const service = startService(`app (${role})`, args, {
    env,
    log: join(cacheFolder, "bench", `${role}.log`),
  });
  const url = `http://127.0.0.1:${port}`;
  if (role !== "worker") await untilAnswers(`${url}/health`, service);
  return { url, port, pid: service.pid ?? 0, stop: service.stop };
}
