// A worker that dies while it works through a request's recipients.
import { sandbox } from "../setup/sandbox.ts";
import { once } from "node:events";
import { expect, test } from "vitest";
import { db } from "../../app/db.server.ts";
import { newId } from "../../app/lib/id.ts";
import { createRequest } from "../../app/tickets/requests/create.server.ts";
import { makeAgent, makeStore, makeWorkspace, unique } from "../factories.ts";
import { startWorker } from "../worker-process.ts";

const PEOPLE = 60;

test("whoever had not been written to is, by the next worker, and nobody twice", async () => {
  const workspace = await makeWorkspace();
  const { id: workspaceId } = workspace;
  const store = await makeStore(workspace);
  const recipients = Array.from({ length: PEOPLE }, () => ({
    name: "Ebba",
    address: `ebba-${unique()}@example.com`,
    shopifyId: null,
  }));
  const { requestId } = await createRequest(workspace, {
    by: await makeAgent(workspace),
    requestKey: newId(),
    storeId: store.id,
    subject: "Din order",
    text: "Hej {{first_name}}!",
    recipients,
  });
  const begun = () => db.ticket.count({ where: { workspaceId } });
  const first = startWorker();
  await expect.poll(begun, { timeout: 60_000, interval: 20 }).toBeGreaterThan(5);
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await begun()).toBeLessThan(PEOPLE);
  // Its jobs come back by themselves (killed-worker.test.ts); here they need not be waited for.
  await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`;
  startWorker();
  const done = async () =>
    (await db.newRequest.findFirst({ where: { workspaceId, id: requestId } }))?.doneAt ?? null;
  await expect.poll(done, { timeout: 90_000, interval: 250 }).not.toBe(null);
  expect(await begun()).toBe(PEOPLE);
  expect(await db.message.count({ where: { workspaceId, kind: "outbound" } })).toBe(PEOPLE);

  const arrived = () => sandbox.state.mail.sent.flatMap(({ to }) => to.map(({ email }) => email));
  await expect.poll(() => arrived().length, { timeout: 90_000, interval: 250 }).toBe(PEOPLE);
  expect(new Set(arrived())).toEqual(new Set(recipients.map(({ address }) => address)));
}, 270_000);
