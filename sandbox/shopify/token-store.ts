// The access and refresh tokens the token endpoint has given out, and to whom.

import { randomBytes } from "node:crypto";

export interface AccessToken {
  value: string;
  kind: "online" | "offline";
  shop: string;
  /** staff id of an online token */
  userId: string | null;
  /** milliseconds; null = a token that never expires */
  expiresAt: number | null;
}

interface RefreshToken {
  value: string;
  shop: string;
  expiresAt: number;
  /** the refresh token this one was traded for: it dies when this one is used */
  previous: string | null;
}

export interface TokenStore {
  issueOnline(shop: string, userId: string, expiresAt: number): AccessToken;
  issueOffline(shop: string, expiresAt: number | null): AccessToken;
  issueRefresh(shop: string, expiresAt: number, previous: string | null): string;
  /** The token if it is known and alive at `now`. */
  find(value: string, now: number): AccessToken | undefined;
  /** Uses a refresh token: its predecessor stops working. Undefined when unknown, foreign or expired. */
  useRefresh(value: string, shop: string, now: number): { value: string } | undefined;
  /** Uninstall: everything the shop gave out is void. */
  revokeShop(shop: string): void;
}

/** An empty store. Every token is unique and carries Shopify's own prefix for its kind. */
export function createTokenStore(): TokenStore {
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const keep = (token: AccessToken) => {
    access.set(token.value, token);
    return token;
  };
  return {
    issueOnline: (shop, userId, expiresAt) =>
      keep({ value: `shpua_${random()}`, kind: "online", shop, userId, expiresAt }),
    issueOffline: (shop, expiresAt) =>
      keep({ value: `shpat_${random()}`, kind: "offline", shop, userId: null, expiresAt }),
    issueRefresh(shop, expiresAt, previous) {
      const value = `shprt_${random()}`;
      refresh.set(value, { value, shop, expiresAt, previous });
      return value;
    },
    find(value, now) {
      const token = access.get(value);
      return token && (token.expiresAt === null || token.expiresAt > now) ? token : undefined;
    },
    useRefresh(value, shop, now) {
      const token = refresh.get(value);
      if (!token || token.shop !== shop || token.expiresAt <= now) return undefined;
      if (token.previous) refresh.delete(token.previous);
      return token;
    },
    revokeShop(shop) {
      for (const [value, token] of access) if (token.shop === shop) access.delete(value);
      for (const [value, token] of refresh) if (token.shop === shop) refresh.delete(value);
    },
  };
}

const random = () => randomBytes(16).toString("hex");
