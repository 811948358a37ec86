// POST https://{shop}/admin/oauth/access_token: token exchange (online, offline, expiring) and refresh.

import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";
import { shopByDomain } from "../state.ts";
import type { Shop, Staff } from "../world/types.ts";
import { scopesOfStaff } from "./permissions.ts";
import { readSessionToken } from "./session-token.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";

const ONLINE_SECONDS = 86_399;
const OFFLINE_SECONDS = 3_600;
const REFRESH_SECONDS = 90 * 24 * 3_600;

type Fields = Record<string, unknown>;
type Answer = { status: number; body: Fields };

/** Answers one call of the token endpoint, as Shopify would for this shop and app. */
export function answerTokenRequest(state: SandboxState, req: Request, res: Response, domain: string): void {
  const { status, body } = tokenAnswer(state, domain, (req.body ?? {}) as Fields);
  res.status(status).set("Cache-Control", "no-store").json(body);
}

/** The decision behind the answer: status and JSON body. */
export function tokenAnswer(state: SandboxState, domain: string, fields: Fields): Answer {
  const shop = shopByDomain(state, domain);
  if (!shop) return refuse(404, "not_found", "The shop does not exist.");
  if (fields.client_id !== state.config.apiKey || fields.client_secret !== state.config.apiSecret)
    return refuse(400, "invalid_client", "The client id or secret is wrong.");

  if (fields.grant_type === "refresh_token") return refresh(state, shop, fields);
  if (fields.grant_type === EXCHANGE) return exchange(state, shop, fields);
  return refuse(400, "unsupported_grant_type", "The grant type is not supported.");
}

function exchange(state: SandboxState, shop: Shop, fields: Fields): Answer {
  const { apiKey, apiSecret } = state.config;
  const claims =
    fields.subject_token_type === ID_TOKEN && isInstalled(state, shop)
      ? readSessionToken(String(fields.subject_token), {
          shop: shop.domain,
          apiKey,
          apiSecret,
          now: state.now(),
        })
      : undefined;
  const staff = shop.staff.find((member) => member.id === claims?.sub);
  if (!staff)
    return refuse(400, "invalid_subject_token", "The subject token is not valid for this shop and app.");

  if (fields.requested_token_type === ONLINE) return { status: 200, body: onlineToken(state, shop, staff) };
  if (fields.requested_token_type === OFFLINE)
    return {
      status: 200,
      body: offlineToken(state, shop, { expiring: isYes(fields.expiring), previous: null }),
    };
  return refuse(400, "invalid_request", "The requested token type is not known.");
}

function refresh(state: SandboxState, shop: Shop, fields: Fields): Answer {
  const now = state.now().getTime();
  const used = isInstalled(state, shop)
    ? state.tokens.useRefresh(String(fields.refresh_token), shop.domain, now)
    : undefined;
  if (!used) return refuse(400, "invalid_grant", "The refresh token is not valid for this shop and app.");
  return { status: 200, body: offlineToken(state, shop, { expiring: true, previous: used.value }) };
}

function onlineToken(state: SandboxState, shop: Shop, staff: Staff): Fields {
  const token = state.tokens.issueOnline(shop.domain, staff.id, after(state, ONLINE_SECONDS));
  return {
    access_token: token.value,
    scope: shop.scopes,
    expires_in: ONLINE_SECONDS,
    associated_user_scope: [...scopesOfStaff(shop, staff)].join(","),
    associated_user: {
      id: Number(staff.id),
      first_name: staff.firstName,
      last_name: staff.lastName,
      email: staff.email,
      account_owner: staff.accountOwner,
      locale: staff.locale,
      collaborator: staff.collaborator,
      email_verified: staff.emailVerified,
    },
  };
}

function offlineToken(
  state: SandboxState,
  shop: Shop,
  { expiring, previous }: { expiring: boolean; previous: string | null },
): Fields {
  if (!expiring)
    return { access_token: state.tokens.issueOffline(shop.domain, null).value, scope: shop.scopes };
  return {
    access_token: state.tokens.issueOffline(shop.domain, after(state, OFFLINE_SECONDS)).value,
    scope: shop.scopes,
    expires_in: OFFLINE_SECONDS,
    refresh_token: state.tokens.issueRefresh(shop.domain, after(state, REFRESH_SECONDS), previous),
    refresh_token_expires_in: REFRESH_SECONDS,
  };
}

const isInstalled = (state: SandboxState, shop: Shop) =>
  state.installations.get(shop.domain)?.installed === true;

const after = (state: SandboxState, seconds: number) => state.now().getTime() + seconds * 1000;

const isYes = (value: unknown) => value === "1" || value === 1 || value === true;

const refuse = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});
