import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { runGraphql } from "./execute.ts";
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

const operations = await operationsOfTheApp();

describe.each(operations)("$name", ({ source }) => {
  test("would run at Shopify", () => {
    expect(validateOperation(source)).toEqual([]);
  });

  test("is answered by the sandbox, field by field", async () => {
    const id = /\border\s*\(/.test(source) ? "gid://shopify/Order/5001" : "gid://shopify/Customer/77";
    const bulk = "{ orders { edges { node { id } } } }";
    const asked = /\bcustomers\s*\(/.test(source) ? "ebba" : "name:#1001";
    const query = source.includes("bulkOperationRunQuery") ? bulk : asked;
    const samples = { id, email: "ebba@example.se", phone: "+46701234567", query, first: 5 };
    const { status, body } = await runGraphql(callerIn(smallState()), { query: source, variables: samples });
    expect(status, JSON.stringify(body.errors)).toBe(200);
    expect(body.errors).toBeUndefined();
  });
});

test("the app's operations were found", () => {
  expect(operations.length).toBeGreaterThan(0);
});
