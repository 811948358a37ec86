// The commands as people run them: through npm, in a fresh clone under a closed folder, with LANG unset.
import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, linkSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "../scripts/ports.mjs";
import { isRunning } from "../scripts/process-identity.mjs";
import { makeRepository } from "./setup/repository.ts";

interface Started {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

const repository = makeRepository();
const running: Started[] = [];
let port = 0;

beforeAll(async () => {
  // The sandbox takes the port after it.
  do port = await freePort();
  while (port > 65_000);
});

afterEach(async () => {
  for (const { process: left, ended } of running.splice(0)) {
    left.kill("SIGTERM");
    await ended;
  }
});

afterAll(repository.remove);

function run(command: string, args: string[], settings: Record<string, string> = {}): Started {
  // Only what a login shell would have; nothing of this test run's own settings.
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production" as const, PORT: String(port), ...settings };
  const child = spawn(command, args, { cwd: repository.folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const started = {
    process: child,
    output: () => output,
    ended: new Promise<number | null>((resolve) => child.once("close", resolve)),
  };
  running.push(started);
  return started;
}

async function startDemo(...args: string[]): Promise<Started> {
  const demo = run("npm", ["run", "demo", ...args]);
  await expect.poll(demo.output, { timeout: 60_000, interval: 50 }).toMatch(/^samla ready |^samla: /m);
  expect(demo.output()).toContain("samla ready ");
  return demo;
}

const addressesOf = (demo: Started): Record<string, string> =>
  JSON.parse(/^samla ready (.*)$/m.exec(demo.output())?.[1] ?? "{}");

interface DemoRecord {
  demo: { pid: number; startedAt: string };
  started: { pid: number; startedAt: string }[];
}
const recordOf = (): DemoRecord =>
  JSON.parse(readFileSync(join(repository.folder, ".data", "demo.json"), "utf8"));

const answers = async (url: string) => (await fetch(url)).status === 200;

test(
  "the demo comes up, keeps others off, and a SIGTERM to npm stops all of it with exit 0",
  { timeout: 120_000 },
  async () => {
    const demo = await startDemo();
    const addresses = addressesOf(demo);
    expect(addresses).toEqual({
      app: `http://127.0.0.1:${port}`,
      admin: `http://localhost:${port + 1}/admin`,
      storefront: `http://localhost:${port + 1}/storefront`,
      mail: `http://localhost:${port + 1}/mail`,
      sms: `http://localhost:${port + 1}/sms`,
      database: expect.stringMatching(/^postgresql:\/\/samla@127\.0\.0\.1:\d+\/samla$/),
    });
    expect(demo.output()).toContain("a world named small");
    const database = new pg.Client({ connectionString: addresses.database });
    await database.connect();
    expect((await database.query("SELECT lower('ÅÄÖ') AS small")).rows).toEqual([{ small: "åäö" }]);
    await database.end();

    const second = run("npm", ["run", "demo"]);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`The demo already runs from this folder: http://127.0.0.1:${port}`);

    const lock = join(repository.folder, "package-lock.json");
    const before = readFileSync(lock, "utf8");
    writeFileSync(lock, `${before}\n`);
    const testing = run("npm", ["test"]);
    expect(await testing.ended).toBe(1);
    expect(testing.output()).toMatch(
      /have to be installed anew, but demo \(process \d+\) is running on those that are there/,
    );
    writeFileSync(lock, before);

    const { demo: launcher, started } = recordOf();
    demo.process.kill("SIGTERM");
    expect(await demo.ended).toBe(0);
    expect([launcher, ...started].filter(isRunning)).toEqual([]);
    await expect(answers(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    expect(existsSync(join(repository.folder, ".data", "demo.json"))).toBe(false);
  },
);

test(
  "after a kill -9 the next demo clears up and starts, without installing, building or seeding again",
  { timeout: 120_000 },
  async () => {
    const stamp = join(repository.folder, "node_modules", ".samla-installed");
    const installed = statSync(stamp).mtimeMs;
    const killed = await startDemo();
    const { demo: launcher, started } = recordOf();
    process.kill(launcher.pid, "SIGKILL");
    await killed.ended;
    const demo = await startDemo();
    expect(started.filter(isRunning)).toEqual([]);
    expect(await answers(`http://127.0.0.1:${port}/health`)).toBe(true);
    expect(demo.output()).not.toMatch(/Installing|Fetching|Generating|Building|Seeding/);
    expect(statSync(stamp).mtimeMs).toBe(installed);

    const [, app] = recordOf().started;
    process.kill(app?.pid ?? 0, "SIGKILL");
    expect(await demo.ended).toBe(1);
    expect(demo.output()).toContain("samla: The app ended by itself (SIGKILL)");
  },
);

test.each([
  ["the app", 0],
  ["the sandbox", 1],
])("a port that another program holds is said at once, for %s", async (purpose, offset) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port + offset, "127.0.0.1", resolve));
  const demo = run("npm", ["run", "demo"]);
  expect(await demo.ended).toBe(1);
  expect(demo.output()).toContain(
    `samla: Port ${port + offset}, wanted for ${purpose}, is taken by another program.`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test(
  "on another Node the command moves to the repository's own, and its signals and exit code come through",
  { timeout: 120_000 },
  async () => {
    const otherNode = join(repository.folder, "other-node");
    try {
      linkSync(process.execPath, otherNode);
    } catch {
      copyFileSync(process.execPath, otherNode);
    }
    const demo = run(otherNode, ["scripts/demo.mjs", "--fresh"]);
    await expect.poll(demo.output, { timeout: 60_000, interval: 50 }).toMatch(/^samla ready |^samla: /m);
    expect(demo.output()).toContain("Seeding the world");
    expect(recordOf().demo.pid).not.toBe(demo.process.pid);
    demo.process.kill("SIGINT");
    expect(await demo.ended).toBe(0);

    const wrong = run(otherNode, ["scripts/demo.mjs"], { SEED: "huge" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain("SEED=huge is not known: small, none or large.");
  },
);
