import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { runGraphql } from "./execute.ts";
import { sampleVariables } from "./sample-variables.ts";
import { validateOperation } from "./schema.ts";
import { callerIn, smallState } from "./small-world.ts";

interface Operation {
  name: string;
  source: string;
}

/** Every GraphQL document the app exports, by file and name. */
async function operationsOfTheApp(): Promise<Operation[]> {
  const files = globSync("app/**/*.graphql.ts").map(async (file) => {
    const exported = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
    return Object.entries(exported).flatMap(([name, source]) =>
      typeof source === "string" && /\b(query|mutation)\b/.test(source)
        ? [{ name: `${name} in ${file}`, source }]
        : [],
    );
  });
  return (await Promise.all(files)).flat();
}

const SCOPES =
  "read_customers,write_customers,read_orders,write_orders,read_all_orders,read_order_edits,write_order_edits,read_products,read_returns,read_locales";

const operations = await operationsOfTheApp();

describe.each(operations)("$name", ({ source }) => {
  test("would run at Shopify", () => {
    expect(validateOperation(source)).toEqual([]);
  });

  test("is answered by the sandbox, field by field", async () => {
    const caller = callerIn(smallState({ scopes: SCOPES }));
    const { status, body } = await runGraphql(caller, { query: source, variables: sampleVariables(source) });
    expect(status, JSON.stringify(body.errors)).toBe(200);
    expect(body.errors).toBeUndefined();
  });
});

test("the app's operations were found", () => {
  expect(operations.length).toBeGreaterThan(0);
});
