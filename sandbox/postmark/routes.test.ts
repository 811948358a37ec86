import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventually, startTrial } from "../mail/trial.ts";
import type { Trial } from "../mail/trial.ts";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());
beforeEach(() => {
  trial.got.length = 0;
  trial.state.mail.sent.length = 0;
  trial.state.mail.suppressed.clear();
  trial.state.failures.length = 0;
  trial.answer((res) => void res.sendStatus(200));
});

const MAIL = {
  From: `"Ullbod" <mail@samla.example>`,
  To: "Åsa <asa@example.com>",
  Subject: "Hej",
  TextBody: "Hej Åsa",
};

function ask(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${trial.url}/postmark${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Postmark-Server-Token": "postmark-token", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
const answerTo = async (message: object) => {
  const response = await ask("/email", { ...MAIL, ...message });
  return { status: response.status, ...(await response.json()) };
};
const events = () =>
  trial.got.filter(({ path }) => path === "/hooks/postmark/events").map(({ body }) => JSON.parse(body));

describe("sending one mail", () => {
  test("is answered as Postmark does, and kept", async () => {
    const answer = await answerTo({ Metadata: { message: "42" } });
    expect(answer).toMatchObject({ status: 200, To: "Åsa <asa@example.com>", ErrorCode: 0, Message: "OK" });
    expect(trial.state.mail.sent.at(-1)).toMatchObject({
      id: answer.MessageID,
      from: { email: "mail@samla.example", name: "Ullbod" },
      to: [{ email: "asa@example.com", name: "Åsa" }],
      metadata: { message: "42" },
    });
  });

  test("keeps our Message-ID only when asked to", async () => {
    const ours = { Name: "Message-ID", Value: "<1.own@samla.example>" };
    const replaced = await answerTo({ Headers: [ours] });
    expect(trial.state.mail.sent.at(-1)?.messageId).toBe(`<${replaced.MessageID}@mtasv.net>`);
    await answerTo({
      Headers: [ours, { Name: "X-PM-KeepID", Value: "true" }, { Name: "References", Value: "<a@b>" }],
    });
    expect(trial.state.mail.sent.at(-1)).toMatchObject({
      messageId: "<1.own@samla.example>",
      headers: [
        { name: "Message-ID", value: "<1.own@samla.example>" },
        { name: "References", value: "<a@b>" },
      ],
    });
  });

  test.each([
    ["no server token", {}, { "X-Postmark-Server-Token": "" }, 401, 10],
    ["a wrong server token", {}, { "X-Postmark-Server-Token": "other" }, 401, 10],
    ["no sender", { From: "" }, {}, 422, 300],
    ["two senders", { From: "a@samla.example, b@samla.example" }, {}, 422, 300],
    ["no recipient", { To: "" }, {}, 422, 300],
    ["an address without a domain", { To: "asa" }, {}, 422, 300],
    ["a line break in the subject", { Subject: "Hej\r\nBcc: x@example.com" }, {}, 422, 300],
    [
      "a line break in a header",
      { Headers: [{ Name: "X-A", Value: "1\r\nBcc: x@example.com" }] },
      {},
      422,
      300,
    ],
    ["no body", { TextBody: "" }, {}, 422, 300],
    [
      "51 recipients",
      { Bcc: Array.from({ length: 50 }, (_, n) => `a${n}@example.com`).join(", ") },
      {},
      422,
      300,
    ],
    ["long metadata", { Metadata: { key: "x".repeat(81) } }, {}, 422, 300],
    ["a body over 5 MB", { HtmlBody: "x".repeat(5 * 1024 * 1024 + 1) }, {}, 422, 300],
    ["attachments over 10 MB", { Attachments: [file("a.pdf", 10_500_000)] }, {}, 422, 300],
    ["a program attached", { Attachments: [file("a.exe", 4)] }, {}, 422, 411],
    ["a sender nobody confirmed", { From: "hej@ullbod.se" }, {}, 422, 400],
    ["a field of the wrong kind", { Headers: "none" }, {}, 422, 403],
  ])("with %s is refused", async (_, message, headers, status, code) => {
    const response = await ask("/email", { ...MAIL, ...message }, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ErrorCode: code });
    expect(trial.state.mail.sent).toHaveLength(0);
  });

  test("that is not JSON is refused", async () => {
    expect(await (await ask("/email", "{")).json()).toMatchObject({ ErrorCode: 402 });
    expect(await (await ask("/email", "a=1", { "Content-Type": "text/plain" })).json()).toMatchObject({
      ErrorCode: 409,
    });
  });

  test("to someone who bounced before is refused with 406, also after a complaint", async () => {
    trial.state.mail.suppressed.add("asa@example.com");
    expect(await answerTo({})).toMatchObject({ status: 422, ErrorCode: 406 });
    const partly = await answerTo({ Cc: "bo@example.com" });
    expect(partly).toMatchObject({ status: 200, ErrorCode: 0 });
    expect(partly.Message).toContain("asa@example.com");
  });
});

const file = (Name: string, size: number) => ({
  Name,
  ContentType: "application/octet-stream",
  Content: "A".repeat(size),
});

test("a batch answers for each mail by itself", async () => {
  const response = await ask("/email/batch", [MAIL, { ...MAIL, TextBody: "" }, "nonsense", MAIL]);
  expect(response.status).toBe(200);
  const answers: { ErrorCode: number }[] = await response.json();
  expect(answers.map(({ ErrorCode }) => ErrorCode)).toEqual([0, 300, 403, 0]);
  expect(trial.state.mail.sent).toHaveLength(2);
  expect(await (await ask("/email/batch", Array(501).fill(MAIL))).json()).toMatchObject({ ErrorCode: 410 });
});

test("the server tells its inbound address", async () => {
  const response = await fetch(`${trial.url}/postmark/server`, {
    headers: { "X-Postmark-Server-Token": "postmark-token" },
  });
  expect(await response.json()).toMatchObject({ InboundAddress: "0123456789abcdef@inbound.postmarkapp.com" });
});

describe("failures on demand", () => {
  const fail = (rule: object) =>
    trial.state.failures.push({ service: "postmark", match: "", times: 1, ...rule });

  test("a status before acceptance keeps nothing, and lasts as often as asked", async () => {
    fail({ match: "asa@example.com", times: 2, status: 503 });
    expect((await ask("/email", MAIL)).status).toBe(503);
    expect((await ask("/email", MAIL)).status).toBe(503);
    expect(trial.state.mail.sent).toHaveLength(0);
    expect((await ask("/email", MAIL)).status).toBe(200);
  });

  test("a dropped line before acceptance keeps nothing", async () => {
    fail({ match: "POST /email", drop: true });
    await expect(ask("/email", MAIL)).rejects.toThrow();
    expect(trial.state.mail.sent).toHaveLength(0);
  });

  test("a line dropped after acceptance leaves the mail sent", async () => {
    fail({ match: "accept", drop: true });
    await expect(ask("/email", MAIL)).rejects.toThrow();
    expect(trial.state.mail.sent).toHaveLength(1);
    expect(trial.state.failures).toHaveLength(0);
  });

  test("after acceptance, only for the mails that are meant", async () => {
    fail({ match: "accept bo@", drop: true });
    expect((await ask("/email", { ...MAIL, TextBody: "I accept" })).status).toBe(200);
    await expect(ask("/email", { ...MAIL, To: "bo@example.com" })).rejects.toThrow();
    expect(trial.state.mail.sent).toHaveLength(2);
  });
});

describe("events", () => {
  test("tell of the delivery soon after, with the metadata", async () => {
    const { MessageID } = await answerTo({ Metadata: { message: "42" }, Tag: "reply" });
    const event = await eventually(() => events().find((one) => one.MessageID === MessageID));
    expect(event).toMatchObject({
      RecordType: "Delivery",
      MessageID,
      Recipient: "asa@example.com",
      Tag: "reply",
      Metadata: { message: "42" },
      MessageStream: "outbound",
    });
    expect(trial.got[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from("postmark:hook").toString("base64")}`,
    );
  });

  test("tell of a bounce at Postmark's test address, which then is inactive", async () => {
    await answerTo({ To: "HardBounce@bounce-testing.postmarkapp.com" });
    const event = await eventually(() => events().find(({ RecordType }) => RecordType === "Bounce"));
    expect(event).toMatchObject({ Type: "HardBounce", TypeCode: 1, Inactive: true, Subject: "Hej" });
    expect(await answerTo({ To: "HardBounce@bounce-testing.postmarkapp.com" })).toMatchObject({
      ErrorCode: 406,
    });
    await ask("/message-streams/outbound/suppressions/delete", {
      Suppressions: [{ EmailAddress: "HardBounce@bounce-testing.postmarkapp.com" }],
    });
    expect(trial.state.mail.suppressed.size).toBe(0);
  });
});
