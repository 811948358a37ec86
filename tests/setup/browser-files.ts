// Global set-up of the browser flows: what they need that other tests do not.
import { randomBytes } from "node:crypto";
import { buildApp } from "../../scripts/build.mjs";
import { runQuietly } from "../../scripts/child.mjs";
import { unpackChromium } from "../../scripts/chromium.mjs";
import { createDatabase, template } from "../../scripts/test-cluster.mjs";

/**
 * Builds the app and unpacks Chromium, unless both are there, and fills one database with the seeded world; tests
 * are told where by the environment.
 */
export default async function setup(): Promise<void> {
  await buildApp();
  Object.assign(process.env, await unpackChromium());
  process.env.TEST_SEEDED_DATABASE = await seedDatabase();
}

/** The original that flows copy; its name is this run's own. */
async function seedDatabase(): Promise<string> {
  const name = `seeded_${randomBytes(4).toString("hex")}`;
  const DATABASE_URL = await createDatabase(process.env.TEST_DATABASE_ADMIN_URL ?? "", name, template);
  await runQuietly(process.execPath, ["prisma/seed.ts"], {
    env: { ...process.env, DATABASE_URL, SEED: "small" },
    failure: "The seeding failed:",
  });
  return name;
}
