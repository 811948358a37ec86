import { callsWith, makeBuyer, makeShop } from "../setup/sandbox.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { inRepo } from "../../scripts/paths.mjs";
import { MINUTE } from "../../app/lib/clock.ts";
import { signInStore } from "../shopify-session.ts";

/** A process with the app's modules and the sandbox for a world. */
async function ready(...args: string[]) {
  const preload = ["--import", inRepo("sandbox", "preload.mjs")];
  const child = spawn(
    process.execPath,
    [...preload, inRepo("tests", "serial", "children", "ask-shopify.ts"), ...args],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("ready");
  return async (): Promise<string[]> => {
    child.stdin.write("go\n");
    const { value } = (await lines.next()) as { value: string };
    await once(child, "exit");
    return JSON.parse(value) as string[];
  };
}

test("three processes find the token nearly over at the same time: it is refreshed once, and all get answers", async () => {
  const buyer = makeBuyer();
  const shop = makeShop({ customers: [buyer] });
  await signInStore(shop, 2 * MINUTE);
  const processes = await Promise.all([1, 2, 3].map(() => ready(shop.domain, buyer.id, "5")));
  const answers = await Promise.all(processes.map((go) => go()));
  expect(answers.flat()).toEqual(Array.from({ length: 15 }, () => "answered"));
  expect(callsWith(shop.domain, "access_token")).toHaveLength(1);
});
