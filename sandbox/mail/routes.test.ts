import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventually, startTrial } from "./trial.ts";
import type { Trial } from "./trial.ts";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());
beforeEach(() => {
  trial.got.length = 0;
  trial.state.mail.sent.length = 0;
  trial.state.mail.written.length = 0;
  trial.state.mail.suppressed.clear();
  trial.answer((res) => void res.sendStatus(200));
});

const TOKEN_ADDRESS = "0123456789abcdef+abc234@inbound.postmarkapp.com";
const inbound = () => trial.got.filter(({ path }) => path === "/hooks/postmark/inbound");
const newest = () => JSON.parse(inbound().at(-1)?.body ?? "{}");
const header = (name: string): string | undefined =>
  newest().Headers.find((one: { Name: string }) => one.Name.toLowerCase() === name)?.Value;

const send = (extra: object = {}) =>
  fetch(`${trial.url}/postmark/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Postmark-Server-Token": "postmark-token" },
    body: JSON.stringify({
      From: "Ullbod <mail@samla.example>",
      To: "Åsa Öberg <asa@example.com>",
      ReplyTo: TOKEN_ADDRESS,
      Subject: "Fel storlek",
      TextBody: "Vi byter den.",
      HtmlBody: "<p>Vi byter den.</p><script>alert(1)</script>",
      Headers: [
        { Name: "Message-ID", Value: "<m2@samla.example>" },
        { Name: "X-PM-KeepID", Value: "true" },
        { Name: "References", Value: "<m1@samla.example> <m2@samla.example>" },
      ],
      ...extra,
    }),
  });
const control = (path: string, body: unknown) =>
  fetch(`${trial.url}/control/mail${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("the customer's answer", () => {
  test("reaches the app as Postmark would bring it", async () => {
    await send();
    const answer = await control("/reply", { to: "asa@example.com", text: "Tack!\nÅsa" });
    expect(await answer.json()).toMatchObject({ status: 200, state: "taken" });
    expect(inbound()[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from("postmark:hook").toString("base64")}`,
      "user-agent": "Postmark",
      "content-type": "application/json",
    });
    expect(newest()).toMatchObject({
      From: "asa@example.com",
      FromName: "Åsa Öberg",
      To: TOKEN_ADDRESS,
      OriginalRecipient: TOKEN_ADDRESS,
      MailboxHash: "abc234",
      Subject: "Re: Fel storlek",
      StrippedTextReply: "Tack!\nÅsa",
      Attachments: [],
    });
    expect(header("in-reply-to")).toBe("<m2@samla.example>");
    expect(header("references")).toBe("<m1@samla.example> <m2@samla.example>");
    expect(header("message-id")).toMatch(/^<CA\+.+@mail\.gmail\.com>$/);
    expect(newest().TextBody).toContain("> Vi byter den.");
    expect(newest().HtmlBody).toContain("gmail_quote");
    expect(newest().RawEmail).toContain("multipart/alternative");
  });

  test("brings attachments, copies, other headers and another sender when asked to", async () => {
    await send();
    await control("/reply", {
      to: "asa@example.com",
      from: "granne@example.com",
      cc: "bo@example.com",
      text: "Se bild",
      headers: { "Auto-Submitted": "auto-replied" },
      attachments: [{ name: "bild å.jpg", contentType: "image/jpeg", content: "/9j/4A==" }],
    });
    expect(newest()).toMatchObject({ From: "granne@example.com", FromName: "Granne", Cc: "bo@example.com" });
    expect(newest().Attachments).toMatchObject([
      { Name: "bild å.jpg", Content: "/9j/4A==", ContentLength: 4 },
    ]);
    expect(header("auto-submitted")).toBe("auto-replied");
  });

  test("is brought again until the app says exactly 200", async () => {
    const statuses = [500, 202];
    trial.answer(
      (res, { path }) => void res.sendStatus(path.endsWith("inbound") ? (statuses.shift() ?? 200) : 200),
    );
    await send();
    await control("/reply", { to: "asa@example.com", text: "Hej" });
    await eventually(() => trial.state.mail.written.at(-1)?.state === "taken");
    expect(trial.state.mail.written.at(-1)?.attempts.map(({ status }) => status)).toEqual([500, 202, 200]);
    expect(new Set(inbound().map(({ body }) => body)).size).toBe(1);
  });

  test("is not brought again after 403, and is given up after the last try", async () => {
    await send();
    await eventually(() => trial.got.length === 1);
    trial.answer((res) => void res.sendStatus(403));
    await control("/reply", { to: "asa@example.com", text: "Hej" });
    expect(trial.state.mail.written.at(-1)).toMatchObject({ state: "refused", attempts: [{ status: 403 }] });
    trial.answer((res) => void res.sendStatus(401));
    await control("/reply", { to: "asa@example.com", text: "Hej igen" });
    await eventually(() => trial.state.mail.written.at(-1)?.state === "given-up");
    expect(trial.state.mail.written.at(-1)?.attempts).toHaveLength(4);
  });
});

describe("a new mail", () => {
  test("to a support address goes through its forward", async () => {
    await control("/write", { from: "asa@example.com", to: "hej@ullbod.se", subject: "Fråga", text: "Hej" });
    expect(newest()).toMatchObject({
      To: "hej@ullbod.se",
      OriginalRecipient: "0123456789abcdef@inbound.postmarkapp.com",
    });
    expect(header("x-forwarded-to")).toBe("0123456789abcdef@inbound.postmarkapp.com");
    await control("/forward", {
      address: "hej@ullbod.se",
      to: "0123456789abcdef+butik@inbound.postmarkapp.com",
    });
    await control("/write", { from: "asa@example.com", to: "hej@ullbod.se", subject: "Fråga", text: "Hej" });
    expect(newest().MailboxHash).toBe("butik");
    trial.state.mail.forwards.clear();
  });

  test("to an address nobody has stays with the customer", async () => {
    const answer = await control("/write", {
      from: "asa@example.com",
      to: "no@where.example",
      subject: "x",
      text: "x",
    });
    expect(await answer.json()).toMatchObject({ state: "undeliverable" });
    expect(inbound()).toHaveLength(0);
  });
});

describe("remote control", () => {
  test("lists what Postmark was asked to send, newest last, for one address or all", async () => {
    await send();
    await send({ To: "bo@example.com", Subject: "Andra" });
    const list = async (query: string) => (await fetch(`${trial.url}/control/mail${query}`)).json();
    expect(await list("")).toMatchObject([{ Subject: "Fel storlek" }, { Subject: "Andra" }]);
    expect(await list("?to=BO@example.com")).toMatchObject([
      {
        To: "bo@example.com",
        subject: "Andra",
        to: [{ email: "bo@example.com" }],
        messageId: "<m2@samla.example>",
      },
    ]);
  });

  test("brings a raw mail, found for the store by its recipient", async () => {
    const raw = `From: Bo <bo@example.com>\r\nTo: ${TOKEN_ADDRESS}\r\nSubject: =?utf-8?Q?R=C3=A5?=\r\n\r\nHej`;
    expect(await (await control("/inbound", raw)).json()).toMatchObject({ status: 200 });
    expect(newest()).toMatchObject({ From: "bo@example.com", Subject: "Rå", MailboxHash: "abc234" });
    expect(newest().TextBody.trim()).toBe("Hej");
  });

  test("brings Postmark's JSON as it is", async () => {
    const odd = `{ "From": "a@b.se",  "MessageID": "m-1" }`;
    expect(await (await control("/inbound", odd)).json()).toMatchObject({ status: 200, id: "m-1" });
    expect(inbound().at(-1)?.body).toBe(odd);
  });

  test("bounces and complains", async () => {
    await send();
    await control("/bounce", { to: "asa@example.com", type: "SpamComplaint" });
    const event = await eventually(() =>
      trial.got.map(({ body }) => JSON.parse(body)).find(({ RecordType }) => RecordType === "SpamComplaint"),
    );
    expect(event).toMatchObject({ Email: "asa@example.com", TypeCode: 100001, From: "mail@samla.example" });
    expect((await (await send()).json()).ErrorCode).toBe(406);
    expect((await control("/bounce", { to: "nobody@example.com" })).status).toBe(404);
    expect((await control("/reply", { nonsense: true })).status).toBe(400);
  });
});

describe("the mailbox page", () => {
  const page = async (path: string) => (await fetch(`${trial.url}/mail${path}`)).text();

  test("shows a conversation and takes an answer with a file", async () => {
    await send();
    expect(await page("")).toContain("asa@example.com");
    const box = await page("/asa%40example.com");
    expect(box).toContain("Fel storlek");
    const id = trial.state.mail.sent[0]?.id ?? "";
    const form = new FormData();
    form.set("conversation", id);
    form.set("text", "Tack <b>!</b>\r\nHej");
    form.append("files", new File(["hej"], "fil å.txt", { type: "text/plain" }));
    const answer = await fetch(`${trial.url}/mail/asa%40example.com/answer`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(newest()).toMatchObject({ StrippedTextReply: "Tack <b>!</b>\nHej" });
    expect(newest().Attachments).toMatchObject([{ Name: "fil å.txt" }]);
    const shown = await page(`/asa%40example.com/${id}`);
    expect(shown).toContain("Tack &lt;b&gt;!&lt;/b&gt;");
    expect(shown).toContain("taken by the app");
  });

  test("shows HTML in a document that can neither run nor fetch", async () => {
    await send();
    const id = trial.state.mail.sent[0]?.id ?? "";
    const response = await fetch(`${trial.url}/mail/html/${id}`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page(`/asa%40example.com/${id}`)).toMatch(/sandbox="allow-same-origin allow-popups/);
  });

  test("has a room for an address without mail", async () => {
    expect(await page("/ny%40example.com")).toContain("Nothing here yet");
    expect(await page("/ny%40example.com/new")).toContain("hej@ullbod.se");
  });
});
