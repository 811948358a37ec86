// Brings a database up to date: our tables and the queue's. In production, once per deploy:
//   DATABASE_URL=postgresql://… node scripts/migrate.mjs
// Any number may be started at once: one works, the others wait for it and find nothing left to do.
import { spawn } from "node:child_process";

import { connect } from "./database.mjs";
import { inRepo, root } from "./paths.mjs";
import { explain, Trouble } from "./trouble.mjs";
import { migrateQueue } from "./queue-schema.mjs";

/** "samla" as a number: the key of the lock that migrations are done under. */
const lockKey = 495_790_121_057;

/**
 * Runs `prisma migrate deploy` and pg-boss's migrations on the database, under one advisory
 * lock held on a connection of its own. `say` gets each line worth showing.
 * Throws Trouble when the database cannot be reached or a migration fails.
 * @param {string} url
 * @param {(line: string) => void} [say]
 */
export async function migrate(url, say = () => {}) {
  const holder = await connect(url);
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [lockKey]);
    await deploy(url, say);
    await migrateQueue(url);
  } finally {
    await holder.end();
  }
}

async function deploy(url, say) {
  const prisma = inRepo("node_modules", "prisma", "build", "index.js");
  const child = spawn(process.execPath, [prisma, "migrate", "deploy"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: url,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Trouble(`The migrations failed.\n${output.trim()}`);
  for (const line of output.split("\n"))
    if (/migrations? found|Applying|No pending/.test(line)) say(line.trim());
}

if (process.argv[1] === inRepo("scripts", "migrate.mjs")) {
  if (!process.env.DATABASE_URL) {
    explain(new Trouble("DATABASE_URL says which database to migrate; it is not set."));
    process.exit(1);
  }
  try {
    await migrate(process.env.DATABASE_URL, console.log);
    console.log("The database is up to date.");
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
