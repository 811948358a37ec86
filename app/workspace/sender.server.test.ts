import { expect, test } from "vitest";
import { makeStore, makeWorkspace } from "../../tests/factories.ts";
import { SYSTEM } from "../events/event.ts";
import { changeSender, listSenders } from "./sender.server.ts";

const by = SYSTEM;

test.each([
  ["", "", "senderName", "name"],
  ["x".repeat(101), "", "senderName", "name"],
  ["Vi", "x".repeat(2001), "signature", "too-long"],
])("a sender called %j is refused with its reason", async (senderName, signature, field, reason) => {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const wish = { senderName, senderAddress: "", signature };
  await expect(changeSender(workspace, store.id, wish, { by })).rejects.toMatchObject({
    detail: { field, reason },
  });
});

test("a name can bring no header of its own", async () => {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const wish = { senderName: "Vi\r\nBcc: alla@example.com", senderAddress: "", signature: "Hej\r\nVi" };
  await changeSender(workspace, store.id, wish, { by });
  expect((await listSenders(workspace))[0]).toMatchObject({
    senderName: "Vi Bcc: alla@example.com",
    signature: "Hej\nVi",
  });
});
