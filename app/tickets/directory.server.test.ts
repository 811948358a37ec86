import { expect, test } from "vitest";
import { makeOneOfEach } from "../../tests/factories/one-of-each.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { readDirectory } from "./directory.server.ts";

test("the directory holds who and what can be chosen in this workspace, by name, and nobody who is gone", async () => {
  const [{ workspace, agent, store, department }, other] = [await makeOneOfEach(), await makeOneOfEach()];
  const workspaceId = workspace.id;
  await db.label.createMany({
    data: [
      { workspaceId, id: newId(), name: "byte", color: "no colour of ours" },
      { workspaceId, id: newId(), name: "Gammal", retiredAt: now() },
    ],
  });
  const directory = await readDirectory(workspace);
  expect(directory.agents.map(({ id }) => id)).toEqual([agent.id]);
  expect(directory.labels.map(({ name, color }) => `${name} ${color}`)).toEqual(["byte grey", "Retur grey"]);
  expect(directory.departments).toEqual([{ id: department.id, name: department.name }]);
  expect(directory.stores).toEqual([{ id: store.id, name: store.name }]);
  expect(JSON.stringify(directory)).not.toContain(other.agent.id);
});
