// Spam is out of the way and never lost; a blocked sender is heard again as soon as somebody says so.
import { describe, expect, test } from "vitest";
import { mailbox, receive, someone, ticketsOf } from "../../tests/mailbox.ts";
import { makeAgent, makeConversation } from "../../tests/factories.ts";
import { blockSender, listBlocked, unblockSender } from "../customers/blocked.server.ts";
import { db } from "../db.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { addParticipant, removeParticipant } from "./participants.server.ts";
import { markSpam, restoreFromSpam } from "./spam.server.ts";

async function room() {
  const box = await mailbox();
  const agent = await makeAgent(box.workspace);
  const by = { kind: "agent", id: agent.id } as const;
  const inView = async (view: "inbox" | "spam" | "all" | "sent" | "closed") =>
    (await listTickets(box.workspace, agent, wholeView(view), null)).rows.map(
      ({ customerAddress }) => customerAddress,
    );
  return { ...box, agent, by, inView };
}

/** Runs what should happen because of what has happened, as the worker would. */
async function react(workspaceId: string) {
  const events = await db.event.findMany({ where: { workspaceId }, orderBy: { createdAt: "asc" } });
  for (const { id } of events) await onTicketEvent({ workspaceId, eventId: id });
  return db.outgoingMail.count({ where: { workspaceId, kind: "acknowledgement" } });
}

describe("a mail that Postmark's filter takes for spam", () => {
  test("waits in the spam queue, in no other view, and nobody is thanked for it", async () => {
    const { workspace, token, inView } = await room();
    const from = someone();
    await receive({ from, token, headers: { "X-Spam-Status": "Yes, score=9.1" } });
    expect(await inView("spam")).toEqual([from]);
    for (const view of ["inbox", "all", "sent", "closed"] as const) expect(await inView(view)).toEqual([]);
    expect(await react(workspace.id)).toBe(0);
  });

  test("is thanked for once somebody says it is none, once however often they say so", async () => {
    const { workspace, token, inView, by } = await room();
    const from = someone();
    await receive({ from, token, headers: { "X-Spam-Status": "Yes" } });
    const [ticket] = await ticketsOf(workspace);
    if (!ticket) throw new Error("no ticket");
    await Promise.all(Array.from({ length: 5 }, () => restoreFromSpam(ticket, { by })));
    expect(await inView("inbox")).toEqual([from]);
    expect(await react(workspace.id)).toBe(1);
    expect(await react(workspace.id)).toBe(1);
  });

  test("counts as a mail where it answers one of ours", async () => {
    const { token, inView } = await room();
    const from = someone();
    await receive({ from, token, messageId: "first@mail.example" });
    await receive({
      from,
      token,
      inReplyTo: "first@mail.example",
      text: "hallå?",
      headers: { "X-Spam-Status": "Yes" },
    });
    expect(await inView("inbox")).toEqual([from]);
    expect(await inView("spam")).toEqual([]);
  });
});

describe("a blocked sender", () => {
  test("is heard in the spam queue only, also when they answer an open ticket", async () => {
    const { workspace, token, by, inView } = await room();
    const from = someone();
    await receive({ from, token, messageId: "open@mail.example" });
    await blockSender(workspace, from.toUpperCase(), { by });
    await receive({ from, token, inReplyTo: "open@mail.example", text: "svara!" });
    expect(await inView("spam")).toEqual([from]);
    const [first] = await ticketsOf(workspace);
    expect(first?.messages).toHaveLength(1);
    expect(await react(workspace.id)).toBe(1);
  });

  test("is heard again after unblocking, and what came meanwhile is still there", async () => {
    const { workspace, token, by, inView } = await room();
    const from = someone();
    await blockSender(workspace, from, { by });
    await blockSender(workspace, from, { by });
    expect(await listBlocked(workspace)).toMatchObject([{ value: from, byName: "Tove Lind" }]);
    await receive({ from, token, text: "spärrad" });
    await unblockSender(workspace, from, { by });
    await receive({ from, token, text: "ospärrad" });
    expect(await inView("inbox")).toEqual([from]);
    expect(await inView("spam")).toEqual([from]);
    expect(await listBlocked(workspace)).toEqual([]);
  });

  test("may be everybody at a domain, in this workspace alone", async () => {
    const [here, elsewhere] = [await room(), await room()];
    await blockSender(here.workspace, "@seo.example", { by: here.by });
    await receive({ from: "anna@seo.example", token: here.token });
    await receive({ from: "anna@seo.example", token: elsewhere.token });
    expect(await here.inView("spam")).toEqual(["anna@seo.example"]);
    expect(await elsewhere.inView("inbox")).toEqual(["anna@seo.example"]);
    await expect(blockSender(here.workspace, "@gmail.com", { by: here.by })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

test("a ticket moved to spam by hand comes back as it was", async () => {
  const { workspace, ticket, agent } = await makeConversation();
  const by = { kind: "agent", id: agent.id } as const;
  const where = { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } };
  const before = await db.ticket.findUniqueOrThrow({ where });
  await markSpam(ticket, { by });
  expect(await db.ticket.findUniqueOrThrow({ where })).toEqual({ ...before, spam: true });
  await restoreFromSpam(ticket, { by });
  expect(await db.ticket.findUniqueOrThrow({ where })).toEqual(before);
});

test("only the sender of a message of this ticket can be let into it, and taken out again", async () => {
  const { workspace, token, by } = await room();
  const [ebba, stranger] = [someone(), someone()];
  await receive({ from: ebba, token, messageId: "ebbas@mail.example" });
  await receive({ from: stranger, token, inReplyTo: "ebbas@mail.example", text: "jag också" });
  await receive({ from: someone(), token, text: "annat" });
  const [ticket, other] = await ticketsOf(workspace);
  const message = ticket?.messages.find(({ senderProof }) => senderProof === "unverified");
  if (!ticket || !other || !message) throw new Error("no such message");
  await expect(addParticipant(other, message.id, { by })).rejects.toMatchObject({ code: "not-found" });
  await expect(addParticipant(ticket, "x", { by })).rejects.toMatchObject({ code: "not-found" });
  await addParticipant(ticket, message.id, { by });
  await addParticipant(ticket, message.id, { by });
  const inside = () => db.ticketParticipant.findMany({ where: { workspaceId: workspace.id } });
  expect(await inside()).toMatchObject([{ ticketId: ticket.id, address: stranger }]);
  await removeParticipant(ticket, message.id, { by });
  expect(await inside()).toEqual([]);
});
