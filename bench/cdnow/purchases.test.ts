import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPurchases } from "./purchases.ts";

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "samla-")), "purchases.csv");
  writeFileSync(file, text);
  return file;
}

test("lines may end as on Windows", () => {
  expect(readPurchases(written("ID,x,t_x,T,zbar\r\n1,2,30.5,38.86,22.35\r\n2,0,0.00,38,0.00\r\n"))).toEqual([
    { repeats: 2, recency: 30.5, age: 38.86, average: 22.35 },
    { repeats: 0, recency: 0, age: 38, average: 0 },
  ]);
});

test.each([
  ["", "does not begin with ID,x,t_x,T,zbar"],
  ["ID,x,t_x,T,zbar\n", "has no customers"],
  ["ID,x,t_x,T,zbar\n1,0,0,9,0\n2,1,10,9,5", "line 3"],
  ["ID,x,t_x,T,zbar\n1,0,0,,0", "line 2"],
  ["ID,x,t_x,T,zbar\n1,1,2,9,-5", "line 2"],
  ["ID,x,t_x,T,zbar\n1,1,2", "line 2"],
])("of %j it says what is wrong", (text, words) => {
  expect(readPurchases(written(text))).toContain(words);
});
