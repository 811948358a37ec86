// What `shopify app dev` runs (shopify.web.toml): the app on a development store, through the CLI's tunnel.
// The CLI's HOST is the tunnel's public address; ours is the interface to listen on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

import { migrate } from "./migrate.mjs";
import { inRepo, root } from "./paths.mjs";
import { explain, Trouble } from "./trouble.mjs";

const node = inRepo("node_modules", ".bin", "node");
const publicUrl = process.env.HOST;
if (existsSync(inRepo(".env"))) process.loadEnvFile(inRepo(".env"));
const env = { ...process.env, SHOPIFY_APP_URL: publicUrl, HOST: "127.0.0.1" };

try {
  if (!publicUrl?.startsWith("https://")) throw new Trouble("Start this through `shopify app dev`.");
  if (!env.DATABASE_URL)
    throw new Trouble("DATABASE_URL is missing: copy .env.example to .env and fill it in.");
  await run(inRepo("node_modules", "prisma", "build", "index.js"), "generate");
  await migrate(env.DATABASE_URL, console.log);
  await run(inRepo("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build");
  await run(inRepo("server.ts"));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function run(script, ...args) {
  const child = spawn(node, [script, ...args], { cwd: root, env, stdio: "inherit" });
  const stop = (signal) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const code = await new Promise((resolve) => child.once("close", resolve));
  process.off("SIGINT", stop).off("SIGTERM", stop);
  if (code !== 0) throw new Trouble(`${script} ended with ${code}.`);
}
