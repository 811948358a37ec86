// What eslint.config.js switches on for which files, tried on the real configuration.
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

/** The rules that complain when this stands in that file. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const domain = "app/tickets/planted.server.ts";

test.each([
  [
    "an environment key read in the domain",
    domain,
    `export const url = process.env.DATABASE_URL;`,
    "no-restricted-syntax",
  ],
  [
    "the environment taken apart",
    domain,
    `const { env } = process;\nexport const url = env.X;`,
    "no-restricted-syntax",
  ],
  ["the machine's clock in the domain", domain, `export const at = new Date();`, "no-restricted-syntax"],
  ["milliseconds from the machine's clock", domain, `export const at = Date.now();`, "no-restricted-syntax"],
  [
    "SQL glued together",
    domain,
    `export const f = (tx: Tx) => tx.$queryRawUnsafe("x");`,
    "no-restricted-syntax",
  ],
  ["console", domain, `console.log("x");`, "no-console"],
  ["any", domain, `export const f = (x: any) => x;`, "@typescript-eslint/no-explicit-any"],
  ["!", domain, `export const f = (x?: string) => x!.length;`, "@typescript-eslint/no-non-null-assertion"],
  [
    "a type imported as a value",
    domain,
    `import { Tx } from "../db.server.ts";\nexport type T = Tx;`,
    "@typescript-eslint/consistent-type-imports",
  ],
  ["an enum", domain, `export enum Status { open }`, "no-restricted-syntax"],
  ["a namespace", domain, `export namespace Status { export const open = 1 }`, "no-restricted-syntax"],
  [
    "a parameter property",
    domain,
    `export class A { constructor(private x: number) {} }`,
    "no-restricted-syntax",
  ],
  ["a mocked module", "app/tickets/planted.test.ts", `vi.mock("../db.server.ts");`, "no-restricted-syntax"],
  [
    "a test that runs alone",
    "app/tickets/planted.test.ts",
    `test.only("x", () => {});`,
    "no-restricted-syntax",
  ],
  [
    "a relation write in the seed",
    "prisma/planted.ts",
    `db.ticket.create({ data: { store: { connect: { id } } } });`,
    "samla/tenancy",
  ],
  [
    "a query without its workspace",
    domain,
    `export const all = () => db.ticket.findMany();`,
    "samla/tenant-where",
  ],
  [
    "an import without extension",
    domain,
    `import { now } from "../lib/clock";\nexport { now };`,
    "samla/import-path",
  ],
  ["an index file", "app/tickets/index.ts", `export const a = 1;`, "samla/no-barrel"],
  [
    "text in a component",
    "app/ui/planted.tsx",
    `export const A = () => <p>Hello there</p>;`,
    "samla/ui-text",
  ],
  [
    "a hook under a condition",
    "app/ui/planted.tsx",
    `export function A({ x }: P) { if (x) useState(1); return null; }`,
    "react-hooks/rules-of-hooks",
  ],
  [
    "an unused exception to a rule",
    domain,
    `// eslint-disable-next-line no-console\nexport const a = 1;`,
    "Unused eslint-disable directive (no problems were reported from 'no-console').",
  ],
])("%s fails the lint", async (_, file, code, rule) => {
  expect(await complaints(file, code)).toContain(rule);
});

test.each([
  ["app/env.server.ts", `export const env = process.env;`],
  ["app/lib/clock.ts", `export const now = () => new Date();`],
  [domain, `export const read = (text: string) => new Date(text);`],
  ["scripts/planted.mjs", `console.log(process.env.PORT, Date.now());`],
  ["app/tickets/planted.test.ts", `db.ticket.findMany();`],
])("%s may do what its place is for", async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
