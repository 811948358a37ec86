import { afterAll, beforeAll, expect, test } from "vitest";
import { startTrial, type Trial } from "../mail/trial.ts";
import { ACCOUNT_TOKEN } from "./domains.ts";

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());

async function ask(method: string, path: string, body?: unknown, token = ACCOUNT_TOKEN) {
  const answer = await fetch(`${trial.url}/postmark/domains${path}`, {
    method,
    headers: { "Content-Type": "application/json", "X-Postmark-Account-Token": token },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test("the account's token opens it, a server's does not", async () => {
  expect(await ask("GET", "/", undefined, "postmark-token")).toMatchObject({
    status: 401,
    body: { ErrorCode: 10 },
  });
  expect(await ask("GET", "/")).toMatchObject({ status: 200, body: { TotalCount: 0 } });
});

test.each([
  ["", 514],
  ["hej hej", 516],
  ["gmail.com", 503],
  ["samla.example", 512],
])("%j is refused with %i", async (Name, ErrorCode) => {
  expect(await ask("POST", "/", { Name })).toMatchObject({ status: 422, body: { ErrorCode } });
});

test("a key is pending until DNS has it, sends from then on, and is lost with it", async () => {
  const made = await ask("POST", "/", { Name: "ullbod.se" });
  const id = String(made.body.ID);
  expect(made.body).toMatchObject({
    DKIMVerified: false,
    DKIMHost: "",
    ReturnPathDomain: "pm-bounces.ullbod.se",
  });
  const host = String(made.body.DKIMPendingHost);
  expect(host).toMatch(/^\d{14}pm\._domainkey\.ullbod\.se$/);
  expect(await ask("POST", "/", { Name: "Ullbod.SE" })).toMatchObject({ body: { ErrorCode: 512 } });
  expect(await ask("PUT", `/${id}/verifyDkim`)).toMatchObject({ body: { DKIMVerified: false } });

  trial.state.mail.published.add(host);
  expect(await ask("PUT", `/${id}/verifyDkim`)).toMatchObject({
    body: { DKIMVerified: true, DKIMHost: host, DKIMPendingHost: "" },
  });
  expect(trial.state.mail.verifiedDomains.has("ullbod.se")).toBe(true);
  expect(await ask("PUT", `/${id}/verifyReturnPath`)).toMatchObject({
    body: { ReturnPathDomainVerified: false },
  });

  trial.state.mail.published.delete(host);
  await ask("PUT", `/${id}/verifyDkim`);
  expect(trial.state.mail.verifiedDomains.has("ullbod.se")).toBe(false);

  expect(await ask("DELETE", `/${id}`)).toMatchObject({ status: 200 });
  expect(await ask("GET", `/${id}`)).toMatchObject({ status: 422, body: { ErrorCode: 510 } });
});
