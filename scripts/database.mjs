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

/** Makes the database unless it is there; returns its address. */
export async function ensureDatabase(adminUrl, name) {
  await once(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`);
  });
  return addressOf(adminUrl, name);
}

/** Drops the database and makes it again, empty. */
export async function emptyDatabase(url) {
  const name = new URL(url).pathname.slice(1);
  await once(addressOf(url, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}"`);
  });
}

/** The comment on the database, or an empty string. */
export const readComment = (url) =>
  once(url, async (client) => {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
    );
    return rows[0]?.comment ?? "";
  });

/** Replaces the comment on the database. */
export const writeComment = (url, comment) =>
  once(url, (client) =>
    client.query(
      `COMMENT ON DATABASE "${new URL(url).pathname.slice(1)}" IS ${client.escapeLiteral(comment)}`,
    ),
  );

/** The address of another database on the same server. */
export const addressOf = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Runs `work` on a connection of its own. */
export async function once(url, work) {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
