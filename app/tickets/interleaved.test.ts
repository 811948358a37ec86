// A customer's message and an agent's reply at the same moment: whichever comes first, nothing vanishes.
import { expect, test } from "vitest";
import { makeAgent, makeStore, makeWorkspace, unique } from "../../tests/factories.ts";
import { writtenReply } from "../../tests/replied.ts";
import { asBody, postmarkMail } from "../../tests/mail-factory.ts";
import { acceptInbound } from "../channels/email/accept.server.ts";
import { takeInMail } from "../channels/email/take-in.server.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { newId } from "../lib/id.ts";
import { replyToTicket } from "./reply.server.ts";

async function receive(mail: Parameters<typeof postmarkMail>[0]): Promise<void> {
  const payload = postmarkMail(mail);
  await acceptInbound(asBody(payload));
  const { id } = await db.received.findFirstOrThrow({ where: { providerId: payload.MessageID } });
  await takeInMail({ receivedId: id });
}

test("every reply is sent or refused aloud with the newest message named, and the customer's is always there", async () => {
  const workspace = await makeWorkspace();
  const { inboundToken: token } = await makeStore(workspace);
  const by = await makeAgent(workspace);
  for (let round = 0; round < 8; round++) {
    const from = `ebba-${unique()}@example.com`;
    const messageId = `${newId()}@mail.example`;
    await receive({ from, token, messageId, text: "ett" });
    const ticket = await db.ticket.findFirstOrThrow({
      where: { workspaceId: workspace.id, customer: { email: from } },
    });
    const customer = { name: "Ebba", email: from };
    const reply = writtenReply({ agent: by, customer }, "Hej!", { seen: ticket.lastMessageId });
    const [sent] = await Promise.allSettled([
      replyToTicket(ticket, reply),
      receive({ from, token, inReplyTo: messageId, text: "två" }),
    ]);
    const rows = await db.message.findMany({ where: { workspaceId: workspace.id, ticketId: ticket.id } });
    expect(rows.filter(({ kind }) => kind === "inbound")).toHaveLength(2);
    expect(rows.filter(({ kind }) => kind === "outbound")).toHaveLength(sent.status === "fulfilled" ? 1 : 0);
    if (sent.status === "rejected") {
      const error: unknown = sent.reason;
      expect(error).toBeInstanceOf(AppError);
      const newest = rows.find(({ text }) => text === "två")?.id;
      expect(error).toMatchObject({ code: "thread-moved-on", detail: { newest } });
      // What was refused is sent once the agent has read on.
      await replyToTicket(ticket, { ...reply, seen: newest ?? null });
    }
  }
});
