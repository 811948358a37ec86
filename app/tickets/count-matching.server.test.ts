import { expect, test } from "vitest";
import { makeConversation, makeTicket } from "../../tests/factories.ts";
import { newId } from "../lib/id.ts";
import { readBulk } from "./bulk/progress.server.ts";
import { startBulk } from "./bulk/start.server.ts";
import { countMatching } from "./count-matching.server.ts";

test.each([
  ["view=inbox", 3],
  ["view=inbox&priority=high", 1],
  ["view=inbox&unread=1", 3],
  ["view=inbox&q=is%3Aunread", 3],
])("%s: as many as all that match then are", async (query, number) => {
  const { workspace, agent, store } = await makeConversation();
  await makeTicket(store, { priority: "high", lastInboundAt: new Date() });
  await makeTicket(store, { lastInboundAt: new Date() });
  expect(await countMatching(workspace, agent, query, 2_000)).toBe(number);
  const action = { name: "read", args: {} } as const;
  const { bulkId } = await startBulk(workspace, {
    ...{ by: agent, requestKey: newId(), action, which: { filter: query } },
  });
  expect((await readBulk(workspace, agent, bulkId)).total).toBe(number);
});
