import { expect, test } from "vitest";
import { gate } from "./gate.ts";

test("never more than so many at once, in the order they came, whatever fails", async () => {
  const through = gate(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const work = (name: number) =>
    through(async () => {
      order.push(name);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
      if (name % 3 === 0) throw new Error("on purpose");
    });
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, name) => work(name)));
  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 20 }, (_, name) => name));
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(7);
  expect(await through(async () => "free again")).toBe("free again");
});
