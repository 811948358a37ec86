import { describe, expect, test } from "vitest";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { readWaiting } from "./attention.server.ts";
import { listBell, silence, silenceTicket } from "./bell.server.ts";
import { ring, type HappenedEvent } from "./ring.server.ts";

async function desk() {
  const talk = await makeConversation();
  const colleague = await makeAgent(talk.workspace);
  const happened = (type: string, more: Partial<HappenedEvent> = {}): HappenedEvent => ({
    workspaceId: talk.workspace.id,
    id: newId(),
    ticketId: talk.ticket.id,
    type,
    actorKind: "agent",
    actorId: colleague.id,
    data: {},
    ...more,
  });
  const kinds = async (agent: { id: string }) =>
    (await listBell(talk.workspace, agent, null)).items.map(({ kind }) => kind);
  return { ...talk, colleague, happened, kinds };
}

describe("the bell rings", () => {
  test("for who was given a ticket by somebody else, once however often it is told", async () => {
    const { agent, colleague, happened, kinds } = await desk();
    const given = happened("assigned", { data: { agentId: agent.id } });
    await ring(given);
    await ring(given);
    await ring(happened("assigned", { data: { agentId: colleague.id } }));
    expect(await kinds(agent)).toEqual(["assigned"]);
    expect(await kinds(colleague)).toEqual([]);
  });

  test("for whose ticket a customer wrote in, and for nobody when nobody has it, it is spam or a machine's", async () => {
    const { workspace, ticket, message, agent, happened, kinds } = await desk();
    const wrote = (automatic = false) =>
      happened("message-received", {
        actorKind: "customer",
        actorId: null,
        data: { messageId: message.id, automatic },
      });
    const change = (data: { assigneeId?: string; spam?: boolean }) =>
      db.ticket.update({ where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } }, data });
    await ring(wrote());
    await change({ assigneeId: agent.id });
    await ring(wrote(true));
    await change({ spam: true });
    await ring(wrote());
    expect(await kinds(agent)).toEqual([]);
    await change({ spam: false });
    await ring(wrote());
    const [item] = (await listBell(workspace, agent, null)).items;
    expect(item).toMatchObject({ kind: "message", ticketId: ticket.id, text: message.text, unread: true });
  });

  test("once for what a visitor of the chat writes, until it is looked at", async () => {
    const { workspace, ticket, message, agent, happened, kinds } = await desk();
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } },
      data: { assigneeId: agent.id, channel: "chat" },
    });
    const data = { messageId: message.id };
    const wrote = () => ring(happened("message-received", { actorKind: "customer", actorId: null, data }));
    await wrote();
    await wrote();
    expect(await kinds(agent)).toEqual(["message"]);
    await silenceTicket({ workspaceId: workspace.id, id: ticket.id }, agent);
    await wrote();
    expect(await kinds(agent)).toEqual(["message", "message"]);
  });

  test("for whose reply did not arrive", async () => {
    const { workspace, message, agent, happened, kinds } = await desk();
    await db.message.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: message.id } },
      data: { authorId: agent.id },
    });
    const became = (state: string) =>
      happened("delivery-changed", {
        actorKind: "system",
        actorId: null,
        data: { messageId: message.id, state },
      });
    await ring(became("delivered"));
    await ring(became("bounced"));
    expect(await kinds(agent)).toEqual(["undelivered"]);
  });
});

test("what is seen rings no more: one, a ticket's, or all; pages go on to the last", async () => {
  const { workspace, ticket, agent, happened } = await desk();
  const ringing = async () => (await readWaiting(workspace, agent)).values.ringing;
  for (let n = 0; n < 32; n++) await ring(happened("assigned", { data: { agentId: agent.id } }));
  expect(await ringing()).toBe(32);
  const first = await listBell(workspace, agent, null);
  const second = await listBell(workspace, agent, first.next);
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 2, null]);
  await silence(workspace, agent, second.items[0]?.id);
  expect(await ringing()).toBe(31);
  await silenceTicket({ workspaceId: workspace.id, id: ticket.id }, agent);
  expect(await ringing()).toBe(0);
  await silence(workspace, agent);
});
