import { expect, test } from "vitest";
import type { SandboxState } from "../state.ts";
import { callerOf } from "./caller.ts";
import { mintSessionToken } from "./session-token.ts";
import type { TokenOverrides } from "./session-token.ts";
import { smallState } from "./small-world.ts";
import { tokenAnswer } from "./token-endpoint.ts";

const SHOP = "small.myshopify.com";
const app = { client_id: "key", client_secret: "secret" };

const tokenFor = (state: SandboxState, over?: TokenOverrides, userId = "501") =>
  mintSessionToken({ shop: SHOP, userId, apiKey: "key", apiSecret: "secret", now: state.now() }, over);

const exchange = (state: SandboxState, kind: "online" | "offline", over: object = {}) =>
  tokenAnswer(state, SHOP, {
    ...app,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: tokenFor(state),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: `urn:shopify:params:oauth:token-type:${kind}-access-token`,
    expiring: "1",
    ...over,
  });

const refresh = (state: SandboxState, refreshToken: unknown) =>
  tokenAnswer(state, SHOP, { ...app, grant_type: "refresh_token", refresh_token: refreshToken });

test("an online token tells who the staff member is", () => {
  const { status, body } = exchange(smallState(), "online");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    access_token: expect.stringMatching(/^shpua_/),
    expires_in: 86_399,
    associated_user: {
      id: 501,
      first_name: "Anna",
      email: "anna@small.se",
      account_owner: true,
      locale: "sv",
    },
  });
});

test("an offline token expires in an hour and comes with a refresh token; every call gives another one", () => {
  const state = smallState();
  const [one, other] = [exchange(state, "offline").body, exchange(state, "offline").body];
  expect(one).toMatchObject({ access_token: expect.stringMatching(/^shpat_/), expires_in: 3600 });
  expect(one.refresh_token_expires_in).toBeGreaterThan(3600);
  expect(one.access_token).not.toBe(other.access_token);

  const token = String(one.access_token);
  expect(callerOf(state, SHOP, token)?.shop.name).toBe("Small");
  expect(callerOf(state, "other.myshopify.com", token)).toBeUndefined();
  state.clockOffsetMs = 3_601_000;
  expect(callerOf(state, SHOP, token)).toBeUndefined();
});

test("a refresh token works until the one that replaced it is used", () => {
  const state = smallState();
  const first = exchange(state, "offline").body.refresh_token;
  const second = refresh(state, first).body.refresh_token;
  expect(refresh(state, first).status).toBe(200);
  expect(refresh(state, second).status).toBe(200);
  expect(refresh(state, first)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});

test.each<[string, TokenOverrides]>([
  ["signed with another secret", { secret: "other" }],
  ["unsigned", { alg: "none" }],
  ["for another app", { claims: { aud: "other" } }],
  ["for another shop", { claims: { dest: "https://other.myshopify.com" } }],
  ["expired eleven seconds ago", { claims: { exp: Date.parse("2026-11-20T09:00:00Z") / 1000 - 11 } }],
  ["without an end", { claims: { exp: null } }],
  ["of nobody on the staff", { claims: { sub: "999" } }],
])("a session token %s is no subject token", (_what, over) => {
  const state = smallState();
  const { status, body } = exchange(state, "online", { subject_token: tokenFor(state, over) });
  expect([status, body.error]).toEqual([400, "invalid_subject_token"]);
});

test("a wrong client secret is refused", () => {
  expect(exchange(smallState(), "online", { client_secret: "guess" }).body.error).toBe("invalid_client");
});

test("after the app was uninstalled, neither exchange nor refresh nor an old token works", () => {
  const state = smallState();
  const { access_token: token, refresh_token: refreshToken } = exchange(state, "offline").body;
  const installation = state.installations.get(SHOP);
  if (installation) installation.installed = false;
  expect(exchange(state, "offline").status).toBe(400);
  expect(refresh(state, refreshToken).status).toBe(400);
  expect(callerOf(state, SHOP, String(token))).toBeUndefined();
});
