import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inRepo } from "../scripts/paths.mjs";
import { median, percentile } from "./figure.ts";

/** What the bench says to names that give no figure; without a database nothing else can run. */
async function bench(...names: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const node = [inRepo("bench", "main.ts"), ...names];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, node)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test.each([
  [["nonsense"], /^nonsense: there is no such figure\.$/m],
  [["mail"], /^mail: not run, it needs a folder of mails\.$/m],
  [["mail", "nowhere"], /^mail: not run, there is no nowhere\.$/m],
  [["cdnow"], /^cdnow: not run, it needs the file of purchases\.$/m],
  [["cdnow", "nowhere.txt"], /^cdnow: not run, there is no nowhere\.txt\.$/m],
  [["cdnow", "."], /^cdnow: not run, \. is not a file\.$/m],
  [
    ["cdnow", inRepo("package.json")],
    /^cdnow: not run, \S+package\.json does not begin with ID,x,t_x,T,zbar\.$/m,
  ],
  [["mail", "."], /^mail: not run, 0 of 0 expectations can be judged\.$/m],
])("%j gives no figure, says why and exits 1", async (names, words) => {
  const { code, stdout, stderr } = await bench(...names);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(words);
});

test("a percentile is a value that was measured", () => {
  const values = [5, 1, 4, 2, 3];
  expect(median(values)).toBe(3);
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => median([])).toThrow("nothing was measured");
});
