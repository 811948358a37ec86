// The Admin API with an agent's own online token: Shopify's staff permissions decide. Waits out throttling, which is
// sure to have done nothing; anything else without an answer may have done something.
import { setTimeout as wait } from "node:timers/promises";
import { now } from "../lib/clock.ts";
import { log } from "../lib/log.server.ts";
import { sessionStorage } from "../session-storage.server.ts";
import { api, GraphqlQueryError, HttpResponseError, HttpThrottlingError } from "../shopify.server.ts";

/** A staff member of a shop. */
export interface StaffRef {
  shopDomain: string;
  shopifyUserId: string;
}

/**
 * signed-out: no live token of theirs · denied: Shopify says they (or the app) may not · throttled: it stayed so ·
 * silent: no answer; a mutation may have got through.
 */
export type StaffProblem = "signed-out" | "denied" | "throttled" | "silent";

/** Why Shopify did not do it, or did not say. */
export class StaffCallFailed extends Error {
  readonly problem: StaffProblem;
  /** Shopify's own sentence */
  readonly said: string | null;

  constructor(problem: StaffProblem, said: string | null = null, cause?: unknown) {
    super(`Shopify, as staff: ${problem}`, { cause });
    this.name = "StaffCallFailed";
    this.problem = problem;
    this.said = said;
  }
}

const TIME_LIMIT = 10_000;
const MOST_TRIES = 5;
const LONGEST_WAIT = 8_000;

/** Runs one operation as this person. `variables` and `T` are the operation's own. Throws StaffCallFailed. */
export async function askAsStaff<T>(
  staff: StaffRef,
  operation: string,
  variables: Record<string, unknown>,
): Promise<T> {
  const session = await sessionOf(staff);
  for (let tries = 1; ; tries++) {
    try {
      const client = new api.clients.Graphql({ session });
      const signal = AbortSignal.timeout(TIME_LIMIT);
      const { data } = await client.request<T>(operation, { variables, signal });
      return data as T;
    } catch (error) {
      const pause = pauseFor(error);
      if (pause === null || tries === MOST_TRIES) throw failure(error, staff);
      await wait(Math.min(pause, LONGEST_WAIT));
    }
  }
}

/** What this person's token reaches; null without a live one. */
export async function scopesOfStaff(staff: StaffRef): Promise<Set<string> | null> {
  const session = await sessionOf(staff).catch(() => null);
  return session ? new Set((session.scope ?? "").split(",")) : null;
}

/** What the app itself was granted at this shop. */
export async function scopesOfApp(shopDomain: string): Promise<Set<string>> {
  const session = await sessionStorage.loadSession(api.session.getOfflineId(shopDomain));
  return new Set((session?.scope ?? "").split(","));
}

async function sessionOf({ shopDomain, shopifyUserId }: StaffRef) {
  const session = await sessionStorage.loadSession(api.session.getJwtSessionId(shopDomain, shopifyUserId));
  if (!session?.accessToken || (session.expires && session.expires <= now()))
    throw new StaffCallFailed("signed-out");
  return session;
}

interface Throttled {
  extensions?: {
    cost?: {
      requestedQueryCost?: number;
      throttleStatus?: { currentlyAvailable?: number; restoreRate?: number };
    };
  };
}

/** How long until Shopify has the points again, in milliseconds; null when it was not throttling. */
function pauseFor(error: unknown): number | null {
  if (error instanceof HttpThrottlingError) return (error.response.retryAfter ?? 2) * 1000;
  if (!(error instanceof GraphqlQueryError) || !codes(error).includes("THROTTLED")) return null;
  const cost = (error.body as Throttled | undefined)?.extensions?.cost;
  const missing = (cost?.requestedQueryCost ?? 100) - (cost?.throttleStatus?.currentlyAvailable ?? 0);
  return Math.max(250, (missing / (cost?.throttleStatus?.restoreRate || 50)) * 1000);
}

type Errors = { errors?: { graphQLErrors?: { message?: string; extensions?: { code?: string } }[] } };

const errorsOf = (error: GraphqlQueryError) =>
  (error.body as Errors | undefined)?.errors?.graphQLErrors ?? [];

const codes = (error: GraphqlQueryError) => errorsOf(error).map(({ extensions }) => extensions?.code ?? "");

function failure(error: unknown, { shopDomain }: StaffRef): StaffCallFailed {
  const problem = problemOf(error);
  const said = error instanceof GraphqlQueryError ? (errorsOf(error)[0]?.message ?? null) : null;
  log.warn({ shop: shopDomain, problem, err: String(error) }, "Shopify did not do what staff asked for");
  return new StaffCallFailed(problem, said, error);
}

function problemOf(error: unknown): StaffProblem {
  if (pauseFor(error) !== null) return "throttled";
  if (error instanceof GraphqlQueryError)
    return codes(error).includes("INTERNAL_SERVER_ERROR") ? "silent" : "denied";
  if (error instanceof HttpResponseError) {
    if (error.response.code === 401) return "signed-out";
    return error.response.code < 500 ? "denied" : "silent";
  }
  return "silent";
}
