// Who a call of the Admin API comes from, by its access token.

import type { SandboxState } from "../state.ts";
import { shopByDomain } from "../state.ts";
import { scopesOfStaff } from "./permissions.ts";
import type { Caller } from "./graph/view.ts";

/** The caller behind a token at this shop; undefined for a token that is unknown, expired, void or another shop's. */
export function callerOf(
  state: SandboxState,
  domain: string,
  accessToken: string | undefined,
): Caller | undefined {
  const token = accessToken ? state.tokens.find(accessToken, state.now().getTime()) : undefined;
  const shop = shopByDomain(state, domain);
  const installation = state.installations.get(domain);
  if (!token || token.shop !== domain || !shop || !installation?.installed) return undefined;
  const staff = shop.staff.find((member) => member.id === token.userId) ?? null;
  if (token.userId && !staff) return undefined;
  return { state, shop, installation, scopes: scopesOfStaff(shop, staff), staff };
}
