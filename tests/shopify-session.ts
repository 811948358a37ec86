// Tokens as the token endpoint would have given them, kept where the app keeps them.
import { Session } from "@shopify/shopify-api";
import { scopesOfStaff } from "../sandbox/shopify/permissions.ts";
import type { Shop, Staff } from "../sandbox/world/types.ts";
import { later, now } from "../app/lib/clock.ts";
import { sessionStorage } from "../app/session-storage.server.ts";
import { sandbox } from "./setup/sandbox.ts";

const HOUR = 3_600_000;

/** The store's offline token, alive for `livesMs`; what it was is returned. */
export async function signInStore(
  shop: Shop,
  livesMs = HOUR,
): Promise<{ accessToken: string; refreshToken: string }> {
  const { tokens } = sandbox.state;
  const expires = later(now(), livesMs);
  const accessToken = tokens.issueOffline(shop.domain, expires.getTime()).value;
  const refreshTokenExpires = later(now(), 90 * 24 * HOUR);
  const refreshToken = tokens.issueRefresh(shop.domain, refreshTokenExpires.getTime(), null);
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${shop.domain}`,
      shop: shop.domain,
      state: "",
      isOnline: false,
      scope: shop.scopes,
      accessToken,
      expires,
      refreshToken,
      refreshTokenExpires,
    }),
  );
  return { accessToken, refreshToken };
}

/** A staff member's online token: they have opened the app before. */
export async function signInStaff(shop: Shop, staff: Staff): Promise<void> {
  const expires = later(now(), 24 * HOUR);
  await sessionStorage.storeSession(
    new Session({
      id: `${shop.domain}_${staff.id}`,
      shop: shop.domain,
      state: "",
      isOnline: true,
      scope: shop.scopes,
      accessToken: sandbox.state.tokens.issueOnline(shop.domain, staff.id, expires.getTime()).value,
      expires,
      onlineAccessInfo: {
        expires_in: 86_399,
        associated_user_scope: [...scopesOfStaff(shop, staff)].join(","),
        associated_user: {
          id: Number(staff.id),
          first_name: staff.firstName,
          last_name: staff.lastName,
          email: staff.email,
          email_verified: staff.emailVerified,
          account_owner: staff.accountOwner,
          locale: staff.locale,
          collaborator: staff.collaborator,
        },
      },
    }),
  );
}
