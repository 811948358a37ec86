// Worker processes that die in the middle, as a machine does.
import { callsWith, sandbox } from "../setup/sandbox.ts";
import { once } from "node:events";
import { expect, test } from "vitest";
import { acceptInbound } from "../../app/channels/email/accept.server.ts";
import { db } from "../../app/db.server.ts";
import { makeStore, makeWorkspace, unique } from "../factories.ts";
import { asBody, postmarkMail } from "../mail-factory.ts";
import { arrived, calls, messageOf, newestMail, replied } from "../replied.ts";
import { startWorker } from "../worker-process.ts";

test("what a killed worker had in its hands is done by another within a minute, each thing once", async () => {
  const workspace = await makeWorkspace();
  const { inboundToken: token } = await makeStore(workspace);
  const people = Array.from({ length: 30 }, () => `ebba-${unique()}@example.com`);
  const { id: workspaceId } = workspace;
  const sent = () => db.outgoingMail.count({ where: { workspaceId, state: "sent" } });
  const write = (from: string) => acceptInbound(asBody(postmarkMail({ from, token })));
  for (const from of people.slice(3)) await write(from);
  const first = startWorker();
  await expect.poll(sent, { timeout: 30_000 }).toBe(27);
  // The other three's acknowledgements hang at the provider; they are what the worker dies with.
  for (const from of people.slice(0, 3)) {
    const rule = { match: from, times: 1, delayMs: 600_000, drop: true };
    sandbox.state.failures.push({ service: "postmark", ...rule });
    await write(from);
  }
  await expect.poll(() => sandbox.state.failures.length, { timeout: 30_000 }).toBe(0);
  first.kill("SIGKILL");
  await once(first, "exit");
  const died = performance.now();
  startWorker();

  const arrived = () =>
    people.map((person) => sandbox.state.mail.sent.filter(({ to }) => to[0]?.email === person).length);
  await expect
    .poll(() => arrived().filter((count) => count === 0).length, { timeout: 75_000, interval: 250 })
    .toBe(0);
  expect(performance.now() - died).toBeLessThan(60_000);
  expect(arrived()).toEqual(people.map(() => 1));

  expect(await db.ticket.count({ where: { workspaceId } })).toBe(30);
  expect(await db.message.count({ where: { workspaceId } })).toBe(30);
  expect(await db.received.count({ where: { workspaceId, state: "done" } })).toBe(30);
  await expect.poll(sent).toBe(30);
  // Whoever was tried twice was tried with the same mail.
  for (const person of people) {
    const ids = callsWith("/email", person).map(({ body }) =>
      JSON.stringify((body as { Headers: unknown }).Headers),
    );
    expect(new Set(ids).size).toBe(1);
  }
}, 150_000);

test("a reply whose worker is killed between claim and answer goes out once: the next one finds it at Postmark", async () => {
  const talk = await replied();
  // Postmark takes it, and its answer never comes: the worker dies waiting.
  const rule = { match: `accept ${talk.to}`, times: 1, delayMs: 600_000, drop: true };
  sandbox.state.failures.push({ service: "postmark", ...rule });
  const first = startWorker();
  await expect.poll(() => arrived(talk).length, { timeout: 30_000 }).toBe(1);
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await newestMail(talk)).toMatchObject({ state: "sending", attempts: 1 });
  startWorker();
  await expect
    .poll(async () => (await messageOf(talk)).delivery, { timeout: 90_000, interval: 250 })
    .toBe("sent");
  expect(calls(talk)).toHaveLength(1);
  expect(arrived(talk)).toHaveLength(1);
}, 150_000);
