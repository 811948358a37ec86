import { beforeEach, expect, test } from "vitest";
import { mailbox, receive, someone, ticketsOf } from "../../../tests/mailbox.ts";
import type { WrittenMail } from "../../../tests/mail-factory.ts";

let box: Awaited<ReturnType<typeof mailbox>>;
beforeEach(async () => {
  box = await mailbox();
});

const proven = { "X-Spam-Tests": "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU" };

/** Who the only ticket's customer is, and what its message says of its sender. */
async function taken(mail: WrittenMail) {
  await receive({ ...mail, token: box.token });
  const [ticket] = await ticketsOf(box.workspace);
  const [message] = ticket?.messages ?? [];
  return {
    customer: ticket?.customer?.email,
    name: ticket?.customer?.name,
    sentBy: message?.sentByAddress,
    proof: message?.senderProof,
    machine: message?.machine,
  };
}

test("a form's mail from Shopify is the shopper's, and says who sent it", async () => {
  const from = someone();
  expect(
    await taken({
      from: "mailer@shopify.com",
      fromName: "Björk (Shopify)",
      headers: { ...proven, "Reply-To": `"Ebba Lind" <${from}>`, "Auto-Submitted": "auto-generated" },
    }),
  ).toEqual({
    customer: from,
    name: "Ebba Lind",
    sentBy: "mailer@shopify.com",
    proof: "claimed",
    machine: null,
  });
});

test("a form that sends from the store's own address is the visitor's", async () => {
  const from = someone();
  const own = box.store.inboundAddress;
  expect(await taken({ from: own, headers: { ...proven, "Reply-To": from } })).toMatchObject({
    customer: from,
    sentBy: own,
  });
});

test("a group's mail is its writer's, and no mailing list", async () => {
  const from = someone();
  const own = box.store.inboundAddress;
  const group = {
    "X-Original-Sender": from,
    "X-Original-From": `Ebba Lind <${from}>`,
    Precedence: "list",
    "List-ID": `<${own.replace("@", ".")}>`,
    "List-Unsubscribe": "<mailto:googlegroups-manage@googlegroups.com>",
  };
  expect(await taken({ from: own, headers: { ...proven, ...group } })).toMatchObject({
    customer: from,
    name: "Ebba Lind",
    sentBy: own,
    machine: null,
  });
});

const victim = "victim@example.com";
test.each<[string, (own: string) => { from: string; headers: Record<string, string> }]>([
  ["anybody's mail", () => ({ from: "evil@example.net", headers: { ...proven, "Reply-To": victim } })],
  ["a form sender nobody proved", () => ({ from: "mailer@shopify.com", headers: { "Reply-To": victim } })],
  ["the store's own address, spoofed", (own) => ({ from: own, headers: { "Reply-To": victim } })],
  [
    "a form sender proven only by its own words",
    () => ({
      from: "mailer@shopify.com",
      headers: { "Reply-To": victim, "Authentication-Results": "dkim=pass header.d=shopify.com" },
    }),
  ],
  [
    "several people at once",
    () => ({ from: "mailer@shopify.com", headers: { ...proven, "Reply-To": `a@b.example, ${victim}` } }),
  ],
])("Reply-To of %s counts for nothing", async (_what, mailOf) => {
  const mail = mailOf(box.store.inboundAddress);
  expect(await taken(mail)).toMatchObject({ customer: mail.from, sentBy: null });
});

test("a newsletter through a form service's mail stays a newsletter", async () => {
  const headers = { ...proven, "Reply-To": victim, "List-Unsubscribe": "<https://x.example>" };
  expect(await taken({ from: "store+1@g.shopifyemail.com", headers })).toMatchObject({
    machine: "list",
    sentBy: null,
  });
});
