// node-postgres for launchers: loaded late, because the install that brings it may have just run.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { inRepo } from "./paths.mjs";
import { Trouble } from "./trouble.mjs";

/** One open connection; the caller ends it. Throws Trouble when the database cannot be reached. */
export async function connect(url) {
  const { default: pg } = await import(pathToFileURL(createRequire(inRepo("package.json")).resolve("pg")));
  const client = new pg.Client({ connectionString: url, application_name: "samla-launcher" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Trouble(`The database cannot be reached: ${error.message || error.code}`);
  }
  return client;
}
