import { expect, test } from "vitest";
import { makeWorkspace } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { MOMENT } from "./moment.server.ts";

const moment = async () => {
  const [row] = await db.$queryRaw<[{ asOf: number }]>`SELECT ${MOMENT} AS "asOf"`;
  return row.asOf;
};

test("who sees more sees a later moment, whichever transaction began first", async () => {
  let before = await moment();
  const passes = async () => {
    const then = before;
    before = await moment();
    return before > then;
  };
  await db.$transaction(async (tx) => {
    await tx.workspace.update({ where: { id: (await makeWorkspace()).id }, data: { name: "Granit" } });
    expect(await passes()).toBe(true);
    await makeWorkspace();
    expect(await passes()).toBe(true);
  });
  expect(await passes()).toBe(true);
});
