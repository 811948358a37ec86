import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { validateOperation } from "./schema.ts";

test("a valid operation has no errors, a wrong one has its sentences, a broken one says where", () => {
  expect(validateOperation("{ shop { name } }")).toEqual([]);
  expect(validateOperation("{ shop { nam } }")).toEqual([
    expect.stringContaining(`Cannot query field "nam"`),
  ]);
  expect(validateOperation("{ shop { name }")).toEqual([expect.stringContaining("Syntax Error")]);
});

test("every operation of the app would run at Shopify", async () => {
  for (const file of globSync("app/{customers,orders,clients}/*.graphql.ts")) {
    const documents = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    for (const [name, source] of Object.entries(documents)) {
      if (typeof source !== "string" || !/\b(query|mutation)\b/.test(source)) continue;
      expect(validateOperation(source.replace(/^#graphql/, "")), `${name} in ${file}`).toEqual([]);
    }
  }
});
