// Ties a process to the sandbox: node --import ./sandbox/preload.mjs server.ts, with SANDBOX_URL set.
//
// 1. fetch: calls to https://{shop}.myshopify.com, and to where Shopify keeps what bulk operations gathered, go to
//    {SANDBOX_URL}/shopify with the host in x-emulated-host;
//    this machine is reachable; every other host is refused, so that nothing offline can reach the real world.
// 2. http.request and https.request: calls to hosts under .example go to {SANDBOX_URL}/elsewhere, likewise.
// 3. The clock: Date follows the sandbox's (POST /control/clock), and is the untouched one while that stands still.
//
// Timers, performance.now() and other processes such as PostgreSQL keep the machine's time.

import { randomUUID } from "node:crypto";
import http from "node:http";
import https from "node:https";

const sandbox = process.env.SANDBOX_URL?.replace(/\/$/, "");
if (!sandbox) throw new Error("sandbox/preload.mjs needs SANDBOX_URL, the address of the running sandbox.");

/** where Shopify keeps the files of bulk operations */
const FILES = "storage.googleapis.com";
const RealDate = globalThis.Date;
const realFetch = globalThis.fetch;
let offsetMs = 0;

globalThis.fetch = async function fetch(input, init) {
  const url = new URL(input instanceof Request ? input.url : input);
  if (isHere(url)) return realFetch(input, init);
  if (!isShop(url) && url.hostname !== FILES)
    throw new TypeError(`The sandbox lets no request out: ${url.host} was refused (${url.href}).`);

  const request = new Request(input, init);
  const headers = new Headers(request.headers);
  headers.set("x-emulated-host", url.host);
  const target = `${sandbox}/shopify${url.pathname}${url.search}`;
  return realFetch(new Request(target, new Request(request, { headers })));
};

for (const module of [http, https]) {
  const realRequest = module.request;
  module.request = function request(url, options, ...rest) {
    if (!(url instanceof URL) || isHere(url)) return realRequest.call(module, url, options, ...rest);
    if (!url.hostname.endsWith(".example"))
      throw new TypeError(`The sandbox lets no request out: ${url.host} was refused (${url.href}).`);
    // Where the caller would have looked the name up is the sandbox's own business.
    const { lookup: _, ...kept } = options;
    const headers = { ...options.headers, "x-emulated-host": url.host };
    const target = new URL(`${sandbox}/elsewhere${url.pathname}${url.search}`);
    return http.request(target, { ...kept, headers }, ...rest);
  };
}

function isHere({ protocol, hostname }) {
  if (protocol === "data:" || protocol === "blob:") return true;
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isShop({ hostname }) {
  return /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(hostname);
}

const MovedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length > 0 ? args : [movedNow()],
      newTarget === MovedDate ? target : newTarget,
    ),
  apply: (target) => new target(movedNow()).toString(),
  get: (target, key, receiver) => (key === "now" ? movedNow : Reflect.get(target, key, receiver)),
});

function movedNow() {
  return RealDate.now() + offsetMs;
}

function follow(next) {
  // Who stopped this process's clock meanwhile keeps it stopped, as long as the sandbox's is not moved.
  if (next === offsetMs) return;
  offsetMs = next;
  globalThis.Date = offsetMs === 0 ? RealDate : MovedDate;
  RealDate.prototype.constructor = globalThis.Date;
}

// The listening request is unreferenced, so that it never keeps a finished process alive. When the sandbox is not up
// (yet, or just now) the next try comes a little later; a version from before its restart is simply an old one.
const client = randomUUID();
let version = "";

function ask({ waiting }) {
  const url = `${sandbox}/control/clock?client=${client}&seen=${encodeURIComponent(version)}`;
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: waiting ? 40_000 : 1_000 }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve(heard(response.statusCode, text)));
      response.on("error", () => resolve(false));
    });
    if (waiting) request.on("socket", (socket) => socket.unref());
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}

function heard(status, text) {
  if (status !== 200) return false;
  try {
    const clock = JSON.parse(text);
    version = clock.version;
    follow(clock.offsetMs);
    return true;
  } catch {
    return false;
  }
}

async function listen() {
  for (;;) {
    const answered = await ask({ waiting: true });
    if (!answered) await new Promise((resolve) => setTimeout(resolve, 250).unref());
  }
}

await ask({ waiting: false });
void listen();
