import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually, startTrial, type Trial } from "./trial.ts";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());
beforeEach(() => {
  trial.got.length = 0;
});

const TARGET = "0123456789abcdef+tok123@inbound.postmarkapp.com";
const inbound = () => trial.got.filter(({ path }) => path === "/hooks/postmark/inbound");
const newest = () => JSON.parse(inbound().at(-1)?.body ?? "{}");
const post = (path: string, body: Record<string, string>) =>
  fetch(`${trial.url}/mail/kund%40ullbod.se${path}`, {
    method: "POST",
    body: new URLSearchParams(body),
    redirect: "manual",
  });

test("a mailbox forwards once the target's code was typed in, and its mail arrives as it was sent", async () => {
  await post("/forwarding", { to: TARGET });
  expect(newest()).toMatchObject({
    From: "forwarding-noreply@google.com",
    MailboxHash: "tok123",
    Subject: expect.stringMatching(/^\(#\d{9}\) Gmail Forwarding Confirmation/),
  });
  const [, code = ""] = /\(#(\d+)\)/.exec(newest().Subject) ?? [];
  expect((await post("/forwarding/code", { code: "1" })).status).toBe(422);
  expect(trial.state.mail.forwards.size).toBe(0);
  expect((await post("/forwarding/code", { code })).status).toBe(303);

  trial.got.length = 0;
  await fetch(`${trial.url}/postmark/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Postmark-Server-Token": "postmark-token" },
    body: JSON.stringify({
      From: "Samla <mail@samla.example>",
      To: "kund@ullbod.se",
      Subject: "Testmejl",
      TextBody: "Hej",
    }),
  });
  await eventually(() => inbound().length);
  expect(newest()).toMatchObject({
    From: "mail@samla.example",
    To: "kund@ullbod.se",
    OriginalRecipient: TARGET,
    MailboxHash: "tok123",
    Subject: "Testmejl",
  });
  const header = (name: string) => newest().Headers.find((one: { Name: string }) => one.Name === name)?.Value;
  expect(header("X-Forwarded-For")).toBe(`kund@ullbod.se ${TARGET}`);
  expect(header("Return-Path")).toBe("<kund+caf_=0123456789abcdef+tok123=inbound.postmarkapp.com@ullbod.se>");
});
