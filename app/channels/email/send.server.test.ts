// The mail a reply becomes: to whom, from whom, with what, and what it quotes.
import { sandbox } from "../../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { makeConversation, makeMessage, unique } from "../../../tests/factories.ts";
import {
  arrived,
  calls,
  messageOf,
  newestMail,
  replied,
  send,
  writtenReply,
} from "../../../tests/replied.ts";
import { makeUpload } from "../../../tests/uploads.ts";
import { db } from "../../db.server.ts";
import { removeFile } from "../../files/store.server.ts";
import { newId } from "../../lib/id.ts";
import { MOST_ENCODED_BYTES } from "../../mail/size.ts";
import { replyToTicket } from "../../tickets/reply.server.ts";
import { deliver } from "../deliver.server.ts";

type Talk = Awaited<ReturnType<typeof makeConversation>>;

const person = (name: string) => ({ name, address: `${name.toLowerCase()}-${unique()}@example.com` });

/** Sends a reply of this conversation whole, and returns what Postmark took. */
async function mailOf(talk: Talk, text: string, given: Partial<Parameters<typeof replyToTicket>[1]> = {}) {
  const { workspaceId, id } = talk.ticket;
  const { lastMessageId: seen } = await db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
  });
  const { messageId } = await replyToTicket(talk.ticket, writtenReply(talk, text, { seen, ...given }));
  await deliver({ workspaceId, messageId });
  const whole = { ...talk, messageId, to: given.recipients?.to[0]?.address ?? talk.customer.email ?? "" };
  await send(whole);
  return { ...whole, mail: arrived(whole).at(-1) };
}

const set = (talk: Talk, brand: object) =>
  db.brand.update({
    where: { workspaceId_id: { workspaceId: talk.workspace.id, id: talk.store.brand.id } },
    data: brand,
  });

describe("to whom", () => {
  test("everybody in To, Cc and Bcc, and each finds it in their own mailbox", async () => {
    const talk = await makeConversation();
    const [nils, bo, cleo, dag] = [
      person("Nils"),
      { ...person("Bo"), name: 'Bo "B", Ek' },
      person("Cleo"),
      person("Dag"),
    ];
    const { mail } = await mailOf(talk, "Hej", { recipients: { to: [nils, bo], cc: [cleo], bcc: [dag] } });
    expect(mail?.to.map(({ email }) => email)).toEqual([nils.address, bo.address.toLowerCase()]);
    expect(mail?.to[1]?.name).toBe('Bo "B", Ek');
    expect(mail?.cc).toEqual([{ name: "Cleo", email: cleo.address }]);
    expect(mail?.bcc.map(({ email }) => email)).toEqual([dag.address]);
    for (const { address } of [nils, bo, cleo, dag]) {
      const box = await fetch(`${sandbox.url}/mail/${encodeURIComponent(address)}`);
      expect(await box.text()).toContain("Fel storlek");
    }
  });

  test("another To does not change whose ticket it is", async () => {
    const talk = await makeConversation();
    await mailOf(talk, "Hej", { recipients: { to: [person("Bo")], cc: [], bcc: [] } });
    const { workspaceId, id } = talk.ticket;
    const ticket = await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    expect(ticket.customerId).toBe(talk.customer.id);
  });
});

describe("from whom", () => {
  const domainOf = async (workspaceId: string, given: object = {}) => {
    const name = `${unique()}.example`;
    await db.sendingDomain.create({
      data: {
        name,
        workspaceId,
        providerId: 1,
        dkimHost: "pm._domainkey",
        dkimValue: "k=rsa",
        returnPathHost: "pm-bounces",
        returnPathValue: "pm.mtasv.net",
        dkimVerifiedAt: new Date(),
        ...given,
      },
    });
    sandbox.state.mail.verifiedDomains.add(name);
    return name;
  };

  test("the brand's own address once its domain is proven; answers still come to us", async () => {
    const talk = await makeConversation();
    const domain = await domainOf(talk.workspace.id);
    await set(talk, { senderAddress: `hej@${domain}`, senderName: "Björk" });
    const { mail } = await mailOf(talk, "Hej");
    expect(mail?.from).toEqual({ name: "Björk", email: `hej@${domain}` });
    expect(mail?.replyTo).toMatch(/\+[a-z0-9]+@inbound\.postmarkapp\.com$/);
  });

  test.each([
    ["not proven yet", { dkimVerifiedAt: null }],
    ["not proven any more", { failingSince: new Date() }],
    ["another workspace's", { workspaceId: newId() }],
  ])("our address, under the brand's name, while the domain is %s", async (_, given) => {
    const talk = await makeConversation();
    const domain = await domainOf(talk.workspace.id, given);
    await set(talk, { senderAddress: `hej@${domain}`, senderName: "Björk" });
    const { mail } = await mailOf(talk, "Hej");
    expect(mail?.from).toEqual({ name: "Björk", email: "mail@samla.example" });
  });
});

describe("with what", () => {
  test("files and pictures of the text, byte for byte, and byte for byte again on a retry", async () => {
    const talk = await makeConversation();
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    const receipt = await makeUpload(talk.agent, { bytes });
    const picture = await makeUpload(talk.agent, { name: "tröja.png", contentType: "image/png", bytes });
    sandbox.state.failures.push({
      service: "postmark",
      match: talk.customer.email ?? "",
      times: 2,
      status: 503,
    });
    const html = `<p>Se bilden:</p><img data-file="${picture.id}" alt="Tröjan">`;
    const whole = await mailOf(talk, "", { html, fileIds: [receipt.id] });
    expect(whole.mail?.attachments).toEqual([
      { name: "kvitto.pdf", contentType: "application/pdf", content: bytes.toString("base64") },
      {
        name: "tröja.png",
        contentType: "image/png",
        content: bytes.toString("base64"),
        contentId: picture.id,
      },
    ]);
    expect(whole.mail?.htmlBody).toContain(`<img src="cid:${picture.id}" alt="Tröjan" />`);
    expect(whole.mail?.textBody).toContain("Se bilden:\n\n[Tröjan]");
    expect(calls(whole)).toHaveLength(3);
    expect(new Set(calls(whole).map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test.each([
    ["a program", { name: "spel.EXE" }, { code: "invalid", detail: { reason: "type", name: "spel.EXE" } }],
    [
      "eleven megabytes",
      { size: 11 * 1024 * 1024 },
      { code: "too-large", detail: { most: MOST_ENCODED_BYTES } },
    ],
  ])("%s is refused before anything is queued, and stays an upload", async (_, given, refusal) => {
    const talk = await makeConversation();
    const file = await makeUpload(talk.agent, given);
    const reply = writtenReply(talk, "Hej", { seen: talk.message.id, fileIds: [file.id] });
    await expect(replyToTicket(talk.ticket, reply)).rejects.toMatchObject(refusal);
    const { workspaceId, id } = file;
    expect(await db.file.findUnique({ where: { workspaceId_id: { workspaceId, id } } })).toMatchObject({
      messageId: null,
    });
    expect(await db.message.count({ where: { workspaceId, kind: "outbound" } })).toBe(0);
  });

  test("another agent's upload, a sent one and another workspace's are refused", async () => {
    const talk = await makeConversation();
    const other = await makeConversation();
    const foreign = await makeUpload(other.agent);
    const used = await makeUpload(talk.agent);
    await mailOf(talk, "Hej", { fileIds: [used.id] });
    for (const file of [foreign, used]) {
      await expect(mailOf(talk, "Hej", { fileIds: [file.id] })).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("a file whose bytes are away holds the mail up, and then says so", async () => {
    const talk = await makeConversation();
    const file = await makeUpload(talk.agent);
    await removeFile(file.key);
    const whole = await mailOf(talk, "Hej", { fileIds: [file.id] });
    expect(calls(whole)).toHaveLength(0);
    expect(await messageOf(whole)).toMatchObject({ delivery: "failed", deliveryError: "files-away" });
  });

  test("the agent's signature, then the brand's, in both parts", async () => {
    const talk = await makeConversation();
    const { workspaceId, id } = talk.agent;
    await db.agent.update({ where: { workspaceId_id: { workspaceId, id } }, data: { signature: "/Tove" } });
    await set(talk, { signature: "Björk AB\nStorgatan 1" });
    const { mail } = await mailOf(talk, "Hej");
    expect(mail?.textBody).toMatch(/^Hej\n\n\/Tove\n\nBjörk AB\nStorgatan 1\n\n/);
    expect(mail?.htmlBody).toContain("<p>/Tove</p>\n<p>Björk AB<br>\nStorgatan 1</p>");
  });
});

describe("what was said before", () => {
  test("is quoted, what the customer wrote and what we answered, and never a note", async () => {
    const talk = await makeConversation();
    await mailOf(talk, "Vilken storlek har du?");
    await makeMessage(talk.ticket, { text: "Jag har M.\n\n> Vilken storlek har du?", trimmed: "Jag har M." });
    await makeMessage(talk.ticket, { kind: "note", delivery: null, text: "Hon är arg, ge rabatt" });
    await makeMessage(talk.ticket, { text: "Jag är borta", machine: "auto-reply" });
    await makeMessage(talk.ticket, { text: "Verify your e-mail: 1234", senderProof: "unverified" });
    const { mail } = await mailOf(talk, "Då byter vi.");
    const text = mail?.textBody ?? "";
    expect(text.match(/^Då byter vi\./)).not.toBeNull();
    expect(text).toContain("> Jag har M.");
    expect(text).toContain(">> Vilken storlek har du?");
    expect(text).toContain("Tröjan är för liten");
    for (const body of [text, mail?.htmlBody]) {
      expect(body).not.toContain("rabatt");
      expect(body).not.toContain("borta");
      expect(body).not.toContain("1234");
    }
    expect(mail?.htmlBody).toContain('<blockquote class="gmail_quote" type="cite"');
  });

  test("is not quoted to others, nor what we wrote to others to the customer", async () => {
    const talk = await makeConversation();
    const supplier = { to: [person("Bo")], cc: [], bcc: [] };
    const toSupplier = await mailOf(talk, "Vad är ert inköpspris?", { recipients: supplier });
    expect(toSupplier.mail?.textBody).not.toContain("Tröjan är för liten");
    const { mail } = await mailOf(talk, "Vi byter den.");
    expect(mail?.textBody).toContain("Tröjan är för liten");
    expect(mail?.textBody).not.toContain("inköpspris");
  });

  test("stays out where the merchant wants it so", async () => {
    const talk = await makeConversation();
    await db.setting.create({
      data: { workspaceId: talk.workspace.id, name: "email", value: { quoteHistory: false } },
    });
    const { mail } = await mailOf(talk, "Hej");
    expect(mail?.textBody).toBe("Hej");
  });
});

test("opens are asked for only where the merchant wants to know", async () => {
  const silent = await replied();
  await send(silent);
  expect(arrived(silent)[0]?.request.TrackOpens).toBe(false);
  const talk = await makeConversation();
  await db.setting.create({
    data: { workspaceId: talk.workspace.id, name: "email", value: { trackOpens: true } },
  });
  const whole = await mailOf(talk, "Hej");
  expect(whole.mail?.request.TrackOpens).toBe(true);
  expect(await newestMail(whole)).toMatchObject({ trackOpens: true });
});
