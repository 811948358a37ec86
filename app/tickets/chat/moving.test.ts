// What becomes of a chat when its ticket is merged, split, archived or taken by two agents at once.
import { expect, test } from "vitest";
import { answer, hello, makeChat } from "../../../tests/chat-visitor.ts";
import { makeAgent, makeCustomer, makeMessage, makeTicket } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { archiveTicket } from "../archive.server.ts";
import { mergeTickets } from "../merge.server.ts";
import { acceptChat } from "./accept.server.ts";
import { demandOwnOrders } from "./own-orders.server.ts";

test("of two agents who take a chat at the same moment one has it, and both know who", async () => {
  const chat = await makeChat();
  const bo = await makeAgent(chat.workspace, { name: "Bo" });
  const taken = await Promise.all([acceptChat(chat.ticket, chat.agent), acceptChat(chat.ticket, bo)]);
  const [one, two] = taken.map((won) => won?.agentId);
  expect(one).toBe(two);
  const { id, workspaceId } = chat.ticket;
  const ticket = await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
  expect(ticket.assigneeId).toBe(one);
  expect((await chat.visitor.since("0")).body.chat).toMatchObject({ state: "running" });
});

test("merged into another ticket it goes on there, and its visitor sees nothing of the other", async () => {
  const chat = await makeChat();
  const customer = await makeCustomer(chat.workspace);
  const mail = await makeTicket(chat.store, { channel: "email", customerId: customer.id });
  await makeMessage(mail, { text: "Deras hemliga mejl" });
  const by = { kind: "agent", id: chat.agent.id } as const;
  await mergeTickets(chat.workspace, { from: chat.ticket.id, into: mail.id }, { by });
  const { body } = await chat.visitor.send("Hallå?");
  expect(body.chat.state).toBe("waiting");
  await answer({ workspaceId: mail.workspaceId, id: mail.id }, chat.agent, "Här är jag");
  const said = (await chat.visitor.since("0")).body.messages.map(({ text }) => text);
  expect(said).toEqual(["Hej!", "Hallå?", "Här är jag"]);
});

test("merged into another customer's ticket its visitor neither becomes that ticket's customer nor sees their orders", async () => {
  const chat = await makeChat();
  const { workspaceId } = chat.ticket;
  const customer = await makeCustomer(chat.workspace);
  const mail = await makeTicket(chat.store, { channel: "email", customerId: customer.id });
  const by = { kind: "agent", id: chat.agent.id } as const;
  await mergeTickets(chat.workspace, { from: chat.ticket.id, into: mail.id }, { by });
  await db.ticket.updateMany({ where: { workspaceId, id: mail.id }, data: { identity: "verified" } });
  const order = { kind: "order", name: "#1", status: "Sent", total: "9.00", currency: "SEK" } as const;
  await expect(demandOwnOrders(mail, [order])).rejects.toMatchObject({ code: "invalid" });
  await hello({ shop: chat.shop, customerId: "4711" }, { token: chat.visitor.token });
  expect(await db.visitor.findFirst({ where: { workspaceId, shopifyId: "4711" } })).not.toBeNull();
  expect(await db.ticket.findFirst({ where: { workspaceId, id: mail.id } })).toMatchObject({
    customerId: customer.id,
  });
  await expect(demandOwnOrders(mail, [order])).rejects.toMatchObject({ code: "invalid" });
});

test("archived it is over, and the next word begins another", async () => {
  const chat = await makeChat();
  await archiveTicket(chat.ticket, { by: { kind: "agent", id: chat.agent.id } });
  const { body } = await chat.visitor.send("Är ni där?");
  expect(body.chat.id).not.toBe(chat.ticket.id);
});
