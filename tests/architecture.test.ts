// Who may import whom. Each rule is held against the repository, and against violations planted to be caught.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCode } from "./architecture/code.ts";
import {
  appStandsAlone,
  browserCodeIsPure,
  frameworksStayAtTheEdge,
  keepsOrder,
  noBarrels,
  oneDoorOut,
  runsOnNode,
  sandboxStandsAlone,
  ticketsIgnoreChannels,
  type Rule,
} from "./architecture/rules.ts";
import { plantedTree, repositoryTree, root } from "./architecture/tree.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;
const packages = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
const repository = readCode(repositoryTree());

describe("the repository", () => {
  test.each<[string, Rule]>([
    ["imports from left to right only", keepsOrder],
    ["keeps tickets free of channels", ticketsIgnoreChannels],
    ["knows Remix and Shopify at its edge only", frameworksStayAtTheEdge],
    ["keeps what browsers run pure", browserCodeIsPure],
    ["calls out from clients/ and reads the environment in env.server.ts only", oneDoorOut],
    ["has no barrels", noBarrels],
    ["has an app that knows neither sandbox nor tests", appStandsAlone],
    ["has a sandbox that uses none of the app's code", sandboxStandsAlone],
    ["runs on Node as it is written", runsOnNode(packages)],
  ])("%s", (_, rule) => {
    expect(rule(repository)).toEqual([]);
  });

  test("has no path aliases in its configuration", () => {
    expect(readFileSync(join(root, "tsconfig.json"), "utf8")).not.toMatch(/"(paths|baseUrl)"/);
    expect(manifest.imports).toBeUndefined();
  });
});

/** A tree that keeps every rule, so that what is reported is what was planted. */
const sound = {
  "server.ts": `import { startWorker } from "./worker.ts"; import { env } from "./app/env.server.ts";`,
  "worker.ts": `import { handle } from "./app/jobs/handlers.server.ts";`,
  "app/env.server.ts": `export const env = process.env;`,
  "app/db.server.ts": `import { env } from "./env.server.ts";`,
  "app/errors.ts": `export class AppError extends Error {}`,
  "app/lib/clock.ts": `export const now = () => new Date();`,
  "app/clients/postmark.server.ts": `import { ServerClient } from "postmark"; fetch("https://example.com");`,
  "app/shopify.server.ts": `import { shopifyApp } from "@shopify/shopify-app-remix/server";`,
  "app/auth.server.ts": `import { json } from "@remix-run/node"; import "./shopify.server.ts";`,
  "app/jobs/catalog.ts": `export const catalog = {};`,
  "app/jobs/queue.server.ts": `import { catalog } from "./catalog.ts";`,
  "app/jobs/handlers.server.ts": `import { takeIn } from "../channels/intake.server.ts";`,
  "app/automation/rules.ts": `export type Rule = string;`,
  "app/channels/channel.ts": `export interface Channel {}`,
  "app/channels/intake.server.ts": `import { openTicket } from "../tickets/receive.server.ts";`,
  "app/tickets/ticket.ts": `export type Status = "open";`,
  "app/tickets/receive.server.ts": `import { db } from "../db.server.ts"; import type { Status } from "./ticket.ts";`,
  "app/ui/badge.tsx": `import type { Status } from "../tickets/ticket.ts"; import { Badge } from "@shopify/polaris";`,
  "app/routes/app.tickets.tsx": `import { requireAgent } from "../auth.server.ts"; import { B } from "../ui/badge.tsx";`,
  "app/routes/app.tickets.$ticketId/thread.tsx": `import { now } from "../../lib/clock.ts"; fetch("/app/live");`,
  "app/tickets/receive.server.test.ts": `import { makeStore } from "../../tests/factories.ts";`,
  "sandbox/start.ts": `import type { Status } from "../app/tickets/ticket.ts"; import express from "express";`,
  "tests/factories.ts": `import { db } from "../app/db.server.ts";`,
};

const everyRule: Record<string, Rule> = {
  keepsOrder,
  ticketsIgnoreChannels,
  frameworksStayAtTheEdge,
  browserCodeIsPure,
  oneDoorOut,
  noBarrels,
  appStandsAlone,
  sandboxStandsAlone,
  runsOnNode: runsOnNode(packages),
};

/** The rules that complain about a tree, and what they say. */
const complaints = (files: Record<string, string>): [string, string[]][] => {
  const code = readCode(plantedTree(files));
  return Object.entries(everyRule).flatMap(([name, rule]) => {
    const said = rule(code);
    return said.length ? [[name, said] as [string, string[]]] : [];
  });
};

test("a tree that keeps the rules passes them all", () => {
  expect(complaints(sound)).toEqual([]);
});

test.each([
  [
    "a domain folder importing from its left",
    "keepsOrder",
    "app/customers/a.ts",
    `import { x } from "../tickets/ticket.ts";`,
  ],
  [
    "a type from the left",
    "keepsOrder",
    "app/customers/a.ts",
    `import type { Status } from "../tickets/ticket.ts";`,
  ],
  [
    "a type from the left inside an expression",
    "keepsOrder",
    "app/customers/a.ts",
    `export type S = import("../tickets/ticket.ts").Status;`,
  ],
  ["a dynamic import from the left", "keepsOrder", "app/lib/a.ts", `await import("../tickets/ticket.ts");`],
  [
    "an import without extension from the left",
    "keepsOrder",
    "app/lib/a.ts",
    `import { x } from "../tickets/ticket";`,
  ],
  ["a neighbour", "keepsOrder", "app/channels/a.ts", `import type { Rule } from "../automation/rules.ts";`],
  [
    "routes used by the domain",
    "keepsOrder",
    "app/tickets/a.ts",
    `import { x } from "../routes/app.tickets.tsx";`,
  ],
  ["ui used by the domain", "keepsOrder", "app/tickets/a.ts", `import { x } from "../ui/badge.tsx";`],
  ["a folder the order does not know", "keepsOrder", "app/utils/a.ts", `export const a = 1;`],
  [
    "tickets importing channels",
    "ticketsIgnoreChannels",
    "app/tickets/a.ts",
    `import type { Channel } from "../channels/channel.ts";`,
  ],
  [
    "Remix in the domain",
    "frameworksStayAtTheEdge",
    "app/tickets/a.server.ts",
    `import { json } from "@remix-run/node";`,
  ],
  [
    "a Shopify type in a client",
    "frameworksStayAtTheEdge",
    "app/clients/a.server.ts",
    `import type { Session } from "@shopify/shopify-api";`,
  ],
  [
    "ui importing the server",
    "browserCodeIsPure",
    "app/ui/a.tsx",
    `import { takeIn } from "../channels/intake.server.ts";`,
  ],
  [
    "a page's private piece importing the server",
    "browserCodeIsPure",
    "app/routes/app.x/card.tsx",
    `import { db } from "../../db.server.ts";`,
  ],
  [
    "an inline type, which still loads the server",
    "browserCodeIsPure",
    "app/ui/a.tsx",
    `import { type X } from "../db.server.ts";`,
  ],
  [
    "a pure file importing the server",
    "browserCodeIsPure",
    "app/tickets/a.ts",
    `import { db } from "../db.server.ts";`,
  ],
  [
    "a pure file importing a built-in",
    "browserCodeIsPure",
    "app/tickets/a.ts",
    `import { createHash } from "node:crypto";`,
  ],
  ["a fetch in the domain", "oneDoorOut", "app/tickets/a.server.ts", `await fetch("https://example.com");`],
  ["a fetch by its long name", "oneDoorOut", "app/tickets/a.server.ts", `const call = globalThis.fetch;`],
  [
    "a provider's package outside clients/",
    "oneDoorOut",
    "app/mail/a.server.ts",
    `import { ServerClient } from "postmark";`,
  ],
  ["a socket of one's own", "oneDoorOut", "app/mail/a.server.ts", `import { request } from "node:https";`],
  [
    "the environment read in the domain",
    "oneDoorOut",
    "app/mail/a.server.ts",
    `export const from = process.env.MAIL_FROM;`,
  ],
  ["the environment taken apart", "oneDoorOut", "app/mail/a.server.ts", `const { env } = process;`],
  ["an index file", "noBarrels", "app/tickets/index.ts", `export const a = 1;`],
  [
    "a file that passes on another's names",
    "noBarrels",
    "app/tickets/all.ts",
    `export * from "./ticket.ts";`,
  ],
  ["types passed on", "noBarrels", "app/tickets/all.ts", `export type { Status } from "./ticket.ts";`],
  [
    "the app importing the sandbox",
    "appStandsAlone",
    "app/mail/a.ts",
    `import { x } from "../../sandbox/start.ts";`,
  ],
  [
    "the app importing a type of the tests",
    "appStandsAlone",
    "app/mail/a.ts",
    `import type { x } from "../../tests/factories.ts";`,
  ],
  [
    "the worker importing the sandbox",
    "appStandsAlone",
    "app/jobs/a.server.ts",
    `await import("../../sandbox/start.ts");`,
  ],
  [
    "the sandbox running the app's code",
    "sandboxStandsAlone",
    "sandbox/a.ts",
    `import { now } from "../app/lib/clock.ts";`,
  ],
  [
    "an inline type, which still runs the app's code",
    "sandboxStandsAlone",
    "sandbox/a.ts",
    `import { type Status } from "../app/tickets/ticket.ts";`,
  ],
  [
    "the sandbox reaching the app through another file",
    "sandboxStandsAlone",
    "sandbox/a.ts",
    `import { makeStore } from "../tests/factories.ts";`,
  ],
  ["an import without extension", "runsOnNode", "bench/a.ts", `import { x } from "../sandbox/start";`],
  [
    "an import of the file it would be compiled to",
    "runsOnNode",
    "bench/a.ts",
    `import { x } from "../sandbox/start.js";`,
  ],
  ["a path alias", "runsOnNode", "bench/a.ts", `import { now } from "~/lib/clock.ts";`],
  ["a package that package.json does not name", "runsOnNode", "bench/a.ts", `import pad from "left-pad";`],
  ["JSX where Node runs", "runsOnNode", "bench/a.ts", `import { Badge } from "../app/ui/badge.tsx";`],
  ["an enum", "runsOnNode", "sandbox/a.ts", `export enum State { on }`],
  ["a namespace", "runsOnNode", "sandbox/a.ts", `export namespace State { export const on = 1 }`],
  [
    "a parameter property",
    "runsOnNode",
    "sandbox/a.ts",
    `export class A { constructor(readonly x: number) {} }`,
  ],
])("%s is caught", (_, rule, path, text) => {
  const said = new Map(complaints({ ...sound, [path]: text }));
  expect(said.get(rule)?.join()).toContain(path);
});
