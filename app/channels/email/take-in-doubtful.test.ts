import { expect, test } from "vitest";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { mailbox, receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { newId } from "../../lib/id.ts";
import { replyAddress } from "../../mail/addresses.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { acceptInbound } from "./accept.server.ts";

test("a mail to two shops reaches each of them, whatever stands in To and Cc", async () => {
  const a = await mailbox();
  const b = await mailbox();
  const from = someone();
  const messageId = `two-${newId()}@mail.example`;
  const addresses = [a, b].map(({ token }) => replyAddress(env.POSTMARK_INBOUND_ADDRESS, token));
  for (const [index, delivered] of addresses.entries()) {
    const payload = {
      ...postmarkMail({ from, messageId, text: "till er båda", to: delivered }),
      ToFull: addresses.map((Email) => ({ Email, Name: "", MailboxHash: "" })),
      MailboxHash: [a, b][index]?.token ?? "",
    };
    await acceptInbound(asBody(payload));
    await takeIn(payload.MessageID);
  }
  expect((await ticketsOf(a.workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(1);
  expect((await ticketsOf(b.workspace)).flatMap((ticket) => ticket.messages)).toHaveLength(1);
});

test("customers who answer the same mail of ours sent elsewhere get a ticket each", async () => {
  const { workspace, token } = await mailbox();
  const [anna, bo] = [someone(), someone()];
  await receive({ from: anna, token, inReplyTo: "campaign@shop.example", text: "Ja tack" });
  await receive({ from: bo, token, inReplyTo: "campaign@shop.example", text: "Nej tack" });
  await receive({ from: anna, token, inReplyTo: "campaign@shop.example", text: "Två, tack" });
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ customer }) => customer?.email)).toEqual([anna, bo]);
  expect(tickets[0]?.messages).toHaveLength(2);
});

test("who mentions somebody's Message-ID first does not get their conversation", async () => {
  const { workspace, token } = await mailbox();
  const [evil, ebba] = [someone(), someone()];
  await receive({ from: evil, token, references: ["ebbas@mail.example"], text: "först" });
  await receive({ from: ebba, token, messageId: "ebbas@mail.example", text: "min fråga" });
  await receive({ from: ebba, token, inReplyTo: "ebbas@mail.example", text: "och en sak till" });
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ customer, messages }) => [customer?.email, messages.length])).toEqual([
    [evil, 1],
    [ebba, 2],
  ]);
});

test("NUL, lone surrogates and forty thousand recipients don't lose a mail", async () => {
  const { workspace, token } = await mailbox();
  const odd = "a\u0000b\ud800c";
  const payload = {
    ...postmarkMail({
      from: someone(),
      fromName: odd,
      token,
      subject: odd,
      text: odd,
      messageId: `${odd}@x.example`,
    }),
    CcFull: Array.from({ length: 40_000 }, (_, n) => ({ Email: `${odd}${n}@example.com`, Name: odd })),
  };
  await acceptInbound(asBody(payload));
  await takeIn(payload.MessageID);
  expect((await ticketsOf(workspace))[0]).toMatchObject({ subject: "ab\ufffdc" });
});

test("an answer to the reply address is verified only when the sending server may use the address", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  const to = await db.$transaction((tx) => replyAddressOf(tx, ticket));
  await receive({
    from,
    to,
    text: "vidarebefordrat",
    headers: { "Received-SPF": `Fail (sender not allowed) envelope-from=${from}; receiver=us` },
  });
  await receive({
    from,
    to,
    text: "äkta",
    headers: { "Received-SPF": `Pass (sender SPF authorized) envelope-from=${from}; receiver=us` },
  });
  const proofs = new Map(
    (await ticketsOf(workspace))[0]?.messages.map(({ text, senderProof }) => [text, senderProof]),
  );
  expect(proofs.get("vidarebefordrat")).toBe("claimed");
  expect(proofs.get("äkta")).toBe("verified");
});
