import { expect, test } from "vitest";
import { statementsOf, isWork } from "../../bench/explain.ts";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { findTicket } from "./find.server.ts";
import { readEarlier, readTicket } from "./thread.server.ts";

/** A conversation of so many answers ten minutes apart, with a note after every second one. */
async function makeLong(answers: number) {
  const { workspace, ticket, message } = await makeConversation();
  const agent = await makeAgent(workspace);
  const mine = { workspaceId: workspace.id, ticketId: ticket.id, channel: "email" };
  const at = (minute: number) => later(message.createdAt, minute * MINUTE);
  const written = Array.from({ length: answers }, (_, index) => index).flatMap((index) => [
    { kind: "outbound", text: `svar ${index}`, delivery: "sent", createdAt: at(10 * index + 10) },
    ...(index % 2 ? [{ kind: "note", text: `not ${index}`, createdAt: at(10 * index + 15) }] : []),
  ]);
  await db.message.createMany({ data: written.map((one) => ({ ...mine, id: newId(), ...one })) });
  return { workspace, ticket, agent, at };
}

const words = (messages: { text: string }[]) => messages.map(({ text }) => text);

test("a page is fifty messages with the customer, and the notes since the one before ride along", async () => {
  const { workspace, ticket, agent } = await makeLong(60);
  const page = await readTicket(workspace, ticket, agent);
  expect(page.messages.filter(({ kind }) => kind !== "note")).toHaveLength(50);
  expect(page.messages.filter(({ kind }) => kind === "note")).toHaveLength(26);
  expect(page.earlier).toBe(true);
  expect(words(page.messages).slice(-2)).toEqual(["svar 59", "not 59"]);
});

test("older pages go on where the newer one begins, to the first message, with what happened between", async () => {
  const { workspace, ticket, agent, at } = await makeLong(60);
  const closing = { workspaceId: workspace.id, ticketId: ticket.id, type: "closed", actorKind: "agent" };
  await db.event.createMany({
    data: [at(25), at(595)].map((createdAt) => ({ ...closing, id: newId(), actorId: agent.id, createdAt })),
  });
  const page = await readTicket(workspace, ticket, agent);
  const [first] = page.messages;
  if (!first) throw new Error("no message");
  const older = await readEarlier(ticket, { at: new Date(first.createdAt), id: first.id });
  expect(older.earlier).toBe(false);
  const all = words([...older.messages, ...page.messages]);
  expect(all).toHaveLength(1 + 60 + 30);
  expect(new Set(all).size).toBe(all.length);
  expect([page.events.length, older.events.length]).toEqual([1, 1]);
  expect(page.events[0]).toMatchObject({
    type: "closed",
    actorName: agent.name,
    createdAt: at(595).toISOString(),
  });
});

test("a ticket buried in notes is still answered by a page of bounded size", async () => {
  const { workspace, ticket, message } = await makeConversation();
  const agent = await makeAgent(workspace);
  await db.message.createMany({
    data: Array.from({ length: 230 }, (_, index) => ({
      workspaceId: workspace.id,
      ticketId: ticket.id,
      id: newId(),
      channel: "email",
      kind: "note",
      text: "",
      createdAt: later(message.createdAt, index + 1),
    })),
  });
  const { messages, earlier } = await readTicket(workspace, ticket, agent);
  expect([messages.length, earlier]).toEqual([200, true]);
});

test("the page says when this agent last looked, and no more than six questions are asked", async () => {
  const { workspace, ticket, agent } = await makeLong(3);
  const readAt = now();
  await db.ticketRead.create({
    data: { workspaceId: workspace.id, ticketId: ticket.id, agentId: agent.id, readAt },
  });
  let seen: string | null = null;
  const statements = await statementsOf(async () => {
    seen = (await readTicket(workspace, await findTicket(workspace, ticket.id), agent)).readAt;
  });
  expect(seen).toBe(readAt.toISOString());
  expect(statements.filter(isWork).length).toBeLessThanOrEqual(6);
});
