import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { createClock } from "./control/clock.ts";
import { smallState } from "./shopify/small-world.ts";

const PRELOAD = fileURLToPath(new URL("./preload.mjs", import.meta.url));
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A sandbox of which only the clock and an echo of Shopify's calls exist. */
async function clockOnly(port = 0) {
  const state = smallState();
  state.now = () => new Date(Date.now() + state.clockOffsetMs);
  const clock = createClock(state);
  const app = express();
  app.get("/control/clock", (req, res) => clock.listen(req, res));
  app.use("/shopify", express.text({ type: () => true }), (req, res) => {
    res.json({
      host: req.get("x-emulated-host"),
      url: req.originalUrl,
      method: req.method,
      body: req.body as unknown,
    });
  });
  const server = createServer(app).listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  closing.push(close);
  const address = server.address() as AddressInfo;
  return { clock, close, port: address.port, url: `http://127.0.0.1:${address.port}` };
}

function run(script: string, sandboxUrl: string): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ["--import", PRELOAD, "--input-type=module", "-e", script], {
    env: { ...process.env, SANDBOX_URL: sandboxUrl },
  });
  closing.push(() => child.kill("SIGKILL"));
  return child;
}

async function output(script: string, sandboxUrl: string): Promise<string> {
  const child = run(script, sandboxUrl);
  let text = "";
  child.stdout.on("data", (chunk) => (text += String(chunk)));
  child.stderr.on("data", (chunk) => (text += String(chunk)));
  await once(child, "close");
  return text;
}

/** A process that says on request what time it is. */
async function talking(sandboxUrl: string) {
  const child = run(
    `console.log("up"); process.stdin.on("data", () => console.log(JSON.stringify([
      Date.now(), new Date().getTime(), Date.parse(Date()), new Date() instanceof Date, new Date(0).getTime(),
      new Date().constructor === Date, structuredClone(new Date()) instanceof Date])))`,
    sandboxUrl,
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return async () => {
    child.stdin.write("?\n");
    return JSON.parse(String((await lines.next()).value)) as [number, number, number, ...unknown[]];
  };
}

test("calls to a shop go to the sandbox, with method, body and the shop's name", async () => {
  const { url } = await clockOnly();
  const said = await output(
    `const one = await fetch("https://small.myshopify.com/admin/x?y=1", { method: "POST", body: "hej" });
     const two = await fetch(new Request("https://small.myshopify.com/z", { method: "PUT", body: "hei" }));
     console.log(JSON.stringify([await one.json(), await two.json()]))`,
    url,
  );
  expect(JSON.parse(said)).toEqual([
    { host: "small.myshopify.com", url: "/shopify/admin/x?y=1", method: "POST", body: "hej" },
    { host: "small.myshopify.com", url: "/shopify/z", method: "PUT", body: "hei" },
  ]);
});

test.each([
  "https://example.com/x",
  "https://evil.com/.myshopify.com",
  "https://a.myshopify.com.evil.com/",
  "http://10.0.0.1/",
])("%s is refused by name", async (address) => {
  const { url } = await clockOnly();
  const said = await output(`await fetch("${address}").catch((error) => console.log(error.message))`, url);
  expect(said).toContain(`no request out: ${new URL(address).host} was refused`);
});

test("a process follows the clock at once, and forgets it when it is set back", async () => {
  const { url, clock } = await clockOnly();
  const ask = await talking(url);

  const there = new Date("2031-05-01T12:00:00Z");
  await clock.move(there);
  const [now, made, spoken, ...rest] = await ask();
  for (const time of [now, made, spoken]) expect(Math.abs(time - there.getTime())).toBeLessThan(3_000);
  expect(rest).toEqual([true, 0, true, true]);

  await clock.move(null);
  expect(Math.abs((await ask())[0] - Date.now())).toBeLessThan(3_000);
});

test("a process that starts later has the moved time from its first line", async () => {
  const { url, clock } = await clockOnly();
  await clock.move(new Date("2031-05-01T12:00:00Z"));
  expect(await output("console.log(new Date().toISOString())", url)).toMatch(/^2031-05-01T12:00/);
});

test("a process ends by itself, with the sandbox up or down", async () => {
  const { url, close } = await clockOnly();
  expect(await output(`setTimeout(() => console.log("done"), 300)`, url)).toBe("done\n");
  close();
  expect(await output(`setTimeout(() => console.log("done"), 300)`, url)).toBe("done\n");
});

test("a sandbox that restarts is found again", async () => {
  const first = await clockOnly();
  const ask = await talking(first.url);
  await first.clock.move(new Date("2031-05-01T12:00:00Z"));
  first.close();
  await clockOnly(first.port);
  await expect
    .poll(async () => Math.abs((await ask())[0] - Date.now()), { timeout: 4_000 })
    .toBeLessThan(3_000);
});

test("a dead process holds up the clock no longer than two seconds, once", async () => {
  const { url, clock } = await clockOnly();
  const child = run(`console.log("up"); setInterval(() => {}, 1000)`, url);
  await once(child.stdout, "data");
  await clock.move(new Date("2031-05-01T12:00:00Z"));
  child.kill("SIGSTOP");
  const began = performance.now();
  await clock.move(null);
  expect(performance.now() - began).toBeLessThan(3_000);
  const again = performance.now();
  await clock.move(null);
  expect(performance.now() - again).toBeLessThan(500);
});
