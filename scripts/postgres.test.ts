// The traps of an embedded server: locale, closed folders, kill -9, ports.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { temporaryClusterFolder } from "./cluster-folders.mjs";
import { nativePostgres, openFolder } from "./native-postgres.mjs";
import { inRepo } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { forSpeed, startPostgres } from "./postgres.mjs";
import { identify, isRunning } from "./process-identity.mjs";
import { readPidFile } from "./stale-postgres.mjs";

const asRoot = process.getuid?.() === 0;
const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function newFolder(): string {
  const { home, data } = temporaryClusterFolder();
  endings.push(() => rmSync(home, { recursive: true, force: true }));
  return data;
}

async function start(folder: string, port?: number) {
  const server = await startPostgres({ folder, settings: forSpeed, port });
  endings.push(server.stop);
  return server;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("with LANG unset the cluster is UTF-8 all the same, and knows small letters from capitals", async () => {
  const { LANG, LC_ALL, LC_CTYPE } = process.env;
  for (const name of ["LANG", "LC_ALL", "LC_CTYPE"]) delete process.env[name];
  try {
    const server = await start(newFolder());
    const rows = await ask(
      server.url("postgres"),
      "SELECT lower('ÅÄÖ ØÆ') AS small, current_setting('server_encoding') AS encoding",
    );
    expect(rows).toEqual([{ small: "åäö øæ", encoding: "UTF8" }]);
  } finally {
    for (const [name, value] of Object.entries({ LANG, LC_ALL, LC_CTYPE }))
      if (value) process.env[name] = value;
  }
});

test("programs under a closed folder (0700) are copied to where the server's user can run them", () => {
  const closed = mkdtempSync(join(tmpdir(), "samla-closed-"));
  endings.push(() => rmSync(closed, { recursive: true, force: true }));
  chmodSync(closed, 0o700);
  const source = dirname(dirname(nativePostgres().bin("postgres")));
  cpSync(source, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(closed, "package.json"), JSON.stringify({ version: `test-${process.pid}` }));
  const { bin, user } = nativePostgres(join(closed, "native"));
  if (!asRoot) return expect(bin("postgres")).toBe(join(closed, "native", "bin", "postgres"));
  const copy = dirname(dirname(bin("postgres")));
  endings.push(() => rmSync(copy, { recursive: true, force: true }));
  expect(copy).toBe(join(openFolder(user), `postgres-test-${process.pid}`));
  expect(existsSync(bin("initdb"))).toBe(true);
});

test("a server whose launcher was killed is stopped, and its data is kept", async () => {
  const folder = newFolder();
  const program = `
    import { startPostgres } from ${JSON.stringify(inRepo("scripts", "postgres.mjs"))};
    const server = await startPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(server.pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = Number(
    await new Promise<string>((resolve) => launcher.stdout.once("data", (data) => resolve(String(data)))),
  );
  const left = identify(pid);
  launcher.kill("SIGKILL");
  expect(isRunning(left)).toBe(true);

  const server = await start(folder);
  expect(isRunning(left)).toBe(false);
  expect(await ask(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a server left alone ends by itself soon after its launcher was killed", async () => {
  const folder = newFolder();
  const program = `
    import { startPostgres } from ${JSON.stringify(inRepo("scripts", "postgres.mjs"))};
    await startPostgres({ folder: ${JSON.stringify(folder)} });
    process.kill(process.pid, "SIGKILL");`;
  const launcher = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "inherit" });
  await new Promise((resolve) => launcher.once("exit", resolve));
  await expect.poll(() => readPidFile(folder), { timeout: 10_000 }).toBeUndefined();
});

test("a pid file that names another program's process harms neither", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.stop();
  writeFileSync(join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n\nready\n`);
  const server = await start(folder);
  expect(await ask(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("an initdb that was killed half-way is begun again", async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "PG_VERSION"), "18\n");
  const server = await start(folder);
  expect(await ask(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a port that is taken is named in plain words, not lost", async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  endings.push(() => new Promise((resolve) => other.close(resolve)));
  await expect(start(newFolder(), port)).rejects.toThrow(
    `PostgreSQL could not start: port ${port} is taken by another program.`,
  );
});

test("two clusters start at once, each on its own port", async () => {
  const [one, two] = await Promise.all([start(newFolder()), start(newFolder())]);
  expect(one?.port).not.toBe(two?.port);
});
