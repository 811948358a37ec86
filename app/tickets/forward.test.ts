// Passing on: to whom the agent says, with what was said and never a note, and no word to the customer.
import { callsWith } from "../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { makeConversation, makeMessage } from "../../tests/factories.ts";
import { deliver } from "../channels/deliver.server.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { NOBODY } from "../mail/person.ts";
import { forwardMessage } from "./forward.server.ts";
import { addNote } from "./note.server.ts";
import { takeBack } from "./undo.server.ts";

const to = (address: string) => ({ ...NOBODY, to: [{ name: "", address }] });

test("the whole conversation goes to a supplier; the ticket stays as it was, and so does the customer", async () => {
  const talk = await makeConversation();
  const { workspaceId, id } = talk.ticket;
  await addNote(talk.ticket, { by: talk.agent, html: "<p>HEMLIGT</p>", fileIds: [], requestKey: newId() });
  await makeMessage(talk.ticket, { kind: "outbound", text: "Vi frågar.", delivery: "delivered" });
  const where = { workspaceId_id: { workspaceId, id } };
  const before = await db.ticket.findUniqueOrThrow({ where });
  const forward = {
    by: talk.agent,
    html: "<p>Kan ni titta?</p>",
    recipients: to("lager@example.com"),
    fileIds: [],
    forwardedId: null,
    requestKey: newId(),
  };
  const { messageId } = await forwardMessage(talk.ticket, forward);
  expect((await forwardMessage(talk.ticket, forward)).messageId).toBe(messageId);
  await deliver({ workspaceId, messageId });
  const [mail, ...more] = await db.outgoingMail.findMany({ where: { workspaceId } });
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ toAddress: "lager@example.com", cc: [], bcc: [] });
  expect(mail?.subject).toMatch(/^Fwd: /);
  for (const part of ["Kan ni titta?", "Tröjan är för liten", "Vi frågar."])
    for (const body of [mail?.text, mail?.html]) expect(body).toContain(part);
  for (const body of [mail?.text, mail?.html]) expect(body).not.toContain("HEMLIGT");
  expect(mail?.replyTo).toContain("+");
  expect(callsWith("/email", talk.customer.email ?? "?")).toHaveLength(0);
  expect(await db.ticket.findUniqueOrThrow({ where })).toEqual(before);
});

test("one message is passed on, taken back with all that was written, and a note cannot be chosen", async () => {
  const talk = await makeConversation();
  const by = talk.agent;
  const { messageId: note } = await addNote(talk.ticket, {
    by,
    html: "<p>x</p>",
    fileIds: [],
    requestKey: newId(),
  });
  const forward = { by, html: "<p>Se nedan</p>", recipients: to("bo@example.com"), fileIds: [] };
  await expect(
    forwardMessage(talk.ticket, { ...forward, forwardedId: note, requestKey: newId() }),
  ).rejects.toMatchObject({ code: "not-found" });
  const forwardedId = talk.message.id;
  const { messageId } = await forwardMessage(talk.ticket, { ...forward, forwardedId, requestKey: newId() });
  const back = await takeBack(talk.ticket, messageId, { by });
  expect(back).toMatchObject({ mode: "forward", html: "<p>Se nedan</p>", forwardedId });
  expect(back.recipients).toEqual(forward.recipients);
  expect(back.draft).toMatchObject({ mode: "forward", html: "<p>Se nedan</p>", forwardedId });
});
