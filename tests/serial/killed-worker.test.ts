// Worker processes that die in the middle, as a machine does.
import { callsWith, sandbox } from "../setup/sandbox.ts";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { inRepo } from "../../scripts/paths.mjs";
import { acceptInbound } from "../../app/channels/email/accept.server.ts";
import { db } from "../../app/db.server.ts";
import { makeStore, makeWorkspace, unique } from "../factories.ts";
import { asBody, postmarkMail } from "../mail-factory.ts";

const started: ChildProcess[] = [];
afterAll(() => {
  for (const worker of started) worker.kill("SIGKILL");
});

function startWorker(): ChildProcess {
  const worker = spawn(
    process.execPath,
    ["--import", inRepo("sandbox", "preload.mjs"), inRepo("server.ts")],
    { env: { ...process.env, ROLE: "worker" }, stdio: "ignore" },
  );
  started.push(worker);
  return worker;
}

test("what a killed worker had in its hands is done by another within a minute, each thing once", async () => {
  const workspace = await makeWorkspace();
  const { inboundToken: token } = await makeStore(workspace);
  const people = Array.from({ length: 30 }, () => `ebba-${unique()}@example.com`);
  const { id: workspaceId } = workspace;
  const sent = () => db.outgoingMail.count({ where: { workspaceId, state: "sent" } });
  // Three acknowledgements hang at the provider; they are what the worker dies with.
  sandbox.state.failures.push({
    service: "postmark",
    match: "POST /email",
    times: 3,
    delayMs: 600_000,
    drop: true,
  });
  for (const from of people) await acceptInbound(asBody(postmarkMail({ from, token })));

  const first = startWorker();
  // All that the provider took is written down: what is left in the worker's hands are those three.
  const onlyThoseThreeLeft = async () => {
    const taken = sandbox.state.mail.sent.length;
    return sandbox.state.failures.length === 0 && taken > 0 && taken === (await sent());
  };
  await expect.poll(onlyThoseThreeLeft, { timeout: 30_000, interval: 100 }).toBe(true);
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
