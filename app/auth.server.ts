// Who is asking? The only place that turns a request into a workspace, and an AppError into an answer.
import { json } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { InvalidShopError } from "@shopify/shopify-api";
import { AppError } from "./errors.ts";
import type { Actor } from "./events/event.ts";
import { api, authenticate } from "./shopify.server.ts";
import { agentOfStaff, type StaffMember } from "./team/agents.server.ts";
import { mayChangeSettings, mayManageLabels, type Role } from "./team/roles.ts";
import { findStore, openStore, type StoreOfShop } from "./workspace/install.server.ts";
import { readProxyQuery } from "./workspace/proxy-query.ts";
import { now } from "./lib/clock.ts";

export interface SignedIn extends StoreOfShop {
  agent: { id: string; name: string; email: string; locale: string; role: Role };
}

/**
 * The agent behind an admin request. Throws the library's redirects and 401s, AppError "unauthorized" for
 * tokens it lets pass and we don't, AppError "no-role" for staff without access.
 */
export async function requireAgent(request: Request): Promise<SignedIn> {
  const { session, sessionToken } = await authenticate.admin(request).catch(unlessNoShop);
  const shop = shopOfToken(sessionToken);
  const user = session.onlineAccessInfo?.associated_user;
  if (!shop || shop !== session.shop || !user) throw new AppError("unauthorized");
  const place = await openStore(shop);
  const staff: StaffMember = {
    shopifyUserId: String(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(" ") || user.email,
    email: user.email,
    emailVerified: user.email_verified,
    accountOwner: user.account_owner,
    locale: user.locale,
  };
  const agent = await agentOfStaff({ workspaceId: place.workspace.id, storeId: place.store.id }, staff);
  if (!agent.role) {
    throw new AppError("no-role", {
      workspaceId: place.workspace.id,
      name: agent.name,
      locale: agent.locale,
    });
  }
  return { ...place, agent: { ...agent, role: agent.role } };
}

/** The agent behind a request that changes what holds for the whole workspace. Throws AppError "forbidden" too. */
export async function requireSettings(request: Request): Promise<SignedIn & { by: Actor }> {
  const signedIn = await requireAgent(request);
  if (!mayChangeSettings(signedIn.agent.role)) throw new AppError("forbidden");
  return { ...signedIn, by: { kind: "agent", id: signedIn.agent.id } };
}

/** The agent behind a request that changes the workspace's labels. Throws AppError "forbidden" too. */
export async function requireLabels(request: Request): Promise<SignedIn & { by: Actor }> {
  const signedIn = await requireAgent(request);
  if (!mayManageLabels(signedIn.agent.role)) throw new AppError("forbidden");
  return { ...signedIn, by: { kind: "agent", id: signedIn.agent.id } };
}

/** The library has no answer for a token made for a host that is no shop: it throws. */
function unlessNoShop(error: unknown): never {
  throw error instanceof InvalidShopError ? new AppError("unauthorized") : error;
}

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * The shop a session token was made for, null when it should not be believed: the library accepts a missing
 * exp, iss and dest of different shops, and a dest outside myshopify.com (docs/decisions/004-shopify.md).
 */
export function shopOfToken(token: { exp?: number; iss?: string; dest?: string }): string | null {
  if (typeof token.exp !== "number") return null;
  const dest = hostOf(token.dest);
  return dest !== null && dest === hostOf(token.iss) && SHOP.test(dest) ? dest : null;
}

function hostOf(url: string | undefined): string | null {
  try {
    return url ? new URL(url).host : null;
  } catch {
    return null;
  }
}

export interface Storefront extends StoreOfShop {
  /** set when the shopper is signed in: vouched for by Shopify's signature */
  shopifyCustomerId: string | null;
  /** where the proxy is mounted on the storefront, e.g. /apps/samla */
  pathPrefix: string;
}

/**
 * The storefront behind an app-proxy request. Nothing but Shopify's signature counts, and only over the
 * parameters we know (docs/decisions/004-shopify.md). Throws "unauthorized", or "unavailable" when the app
 * is not installed there.
 */
export async function requireStorefront(request: Request): Promise<Storefront> {
  const query = readProxyQuery(new URL(request.url).searchParams, now());
  if (!query) throw new AppError("bad-request");
  const signed = await api.utils.validateHmac(query.params, { signator: "appProxy" }).catch(() => false);
  if (!signed) throw new AppError("unauthorized");
  const place = await findStore(query.shop);
  if (!place) throw new AppError("unavailable");
  return { ...place, shopifyCustomerId: query.customerId, pathPrefix: query.pathPrefix };
}

/** An action or loader whose expected failures become JSON: `{ error, text, detail }` with their status. */
export const handled =
  <A extends Pick<ActionFunctionArgs, "request" | "params">>(work: (args: A) => Promise<Response>) =>
  async (args: A): Promise<Response> => {
    try {
      return await work(args);
    } catch (error) {
      if (error instanceof AppError) return answer(error);
      throw error;
    }
  };

/** A page loader whose expected failures are thrown as responses, for the route's ErrorBoundary. */
export const page =
  <A extends Pick<ActionFunctionArgs, "request" | "params">, R>(work: (args: A) => Promise<R>) =>
  async (args: A): Promise<R> => {
    try {
      return await work(args);
    } catch (error) {
      if (error instanceof AppError) throw answer(error);
      throw error;
    }
  };

/** The one translation of an expected failure into HTTP. */
export const answer = (error: AppError): Response =>
  json(
    { error: error.code, text: error.message, detail: error.detail },
    { status: error.status, headers: error.status === 429 ? { "Retry-After": "60" } : {} },
  );
