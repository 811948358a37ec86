// The Admin API with a store's offline token: one refresh at a time per store across all processes, a time
// limit, and what went wrong in our words.
import { holdLockApart } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { log } from "../lib/log.server.ts";
import { once } from "../lib/once.server.ts";
import { sessionStorage } from "../session-storage.server.ts";
import {
  api,
  GraphqlQueryError,
  HttpResponseError,
  HttpThrottlingError,
  unauthenticated,
} from "../shopify.server.ts";

export type ShopifyProblem = "slow" | "throttled" | "refused" | "down" | "uninstalled";

/** Why Shopify gave no answer. */
export class ShopifyUnavailable extends Error {
  readonly problem: ShopifyProblem;

  constructor(problem: ShopifyProblem, cause?: unknown) {
    super(`Shopify: ${problem}`, { cause });
    this.name = "ShopifyUnavailable";
    this.problem = problem;
  }
}

export interface ShopifyAnswer<T> {
  data: T;
  /** Shopify refused some fields (protected customer data): they are null in data */
  withheld: boolean;
}

/** The library refreshes a token that lives less than 5 minutes; we take the lock a little earlier. */
const NEARLY_OVER = 6 * MINUTE;
const TIME_LIMIT = 8_000;

/** Runs one operation. `variables` and `T` are the operation's own. Throws ShopifyUnavailable. */
export async function askShopify<T>(
  shopDomain: string,
  operation: string,
  variables: Record<string, unknown>,
): Promise<ShopifyAnswer<T>> {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  try {
    const { admin } = await within(signal, adminOf(shopDomain));
    const response = await within(signal, admin.graphql(operation, { variables, signal }));
    const { data } = (await response.json()) as { data: T };
    return { data, withheld: false };
  } catch (error) {
    return partial<T>(error) ?? fail(error, signal, shopDomain);
  }
}

/**
 * The library refreshes without a lock, and a rotating refresh token used twice at once can be lost
 * (docs/decisions/004-shopify.md). So whoever finds the token nearly over refreshes it alone; the others
 * wait and find the new one.
 */
async function adminOf(shop: string) {
  const session = await sessionStorage.loadSession(api.session.getOfflineId(shop));
  if (!session) throw new ShopifyUnavailable("uninstalled");
  const nearlyOver = session.expires && session.expires < later(now(), NEARLY_OVER);
  return nearlyOver ? refreshed(shop) : unauthenticated.admin(shop);
}

type Admin = ReturnType<typeof unauthenticated.admin>;
const refreshing = () => once("refreshing", () => new Map<string, Admin>());

/** One waits for the other processes, the rest of this process waits for that one. */
function refreshed(shop: string): Admin {
  const begun = refreshing().get(shop);
  if (begun) return begun;
  const work = holdLockApart(`refresh:${shop}`, 2 * TIME_LIMIT, () => unauthenticated.admin(shop)).finally(
    () => refreshing().delete(shop),
  );
  refreshing().set(shop, work);
  return work;
}

/** The library's own calls (refreshing) take no signal. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () =>
        reject(signal.reason instanceof Error ? signal.reason : new Error("slow")),
      );
    }),
  ]);
}

const code = (error: GraphqlQueryError): string[] => {
  const list = (
    error.body as { errors?: { graphQLErrors?: { extensions?: { code?: string } }[] } } | undefined
  )?.errors?.graphQLErrors;
  return (list ?? []).map((item) => item.extensions?.code ?? "");
};

function partial<T>(error: unknown): ShopifyAnswer<T> | null {
  if (!(error instanceof GraphqlQueryError) || !code(error).includes("ACCESS_DENIED")) return null;
  const data = (error.body as { data?: T | null } | undefined)?.data;
  return data && Object.values(data).some((value) => value !== null) ? { data, withheld: true } : null;
}

function fail(error: unknown, signal: AbortSignal, shop: string): never {
  if (error instanceof ShopifyUnavailable) throw error;
  const problem = signal.aborted ? "slow" : problemOf(error);
  log.warn(
    { shop, problem, err: error instanceof Error ? error.message : String(error) },
    "Shopify gave no answer",
  );
  throw new ShopifyUnavailable(problem, error);
}

function problemOf(error: unknown): ShopifyProblem {
  if (error instanceof HttpThrottlingError) return "throttled";
  if (error instanceof GraphqlQueryError) {
    const codes = code(error);
    if (codes.includes("THROTTLED")) return "throttled";
    return codes.includes("ACCESS_DENIED") ? "refused" : "down";
  }
  if (error instanceof HttpResponseError) {
    if (error.response.code === 429) return "throttled";
    return error.response.code === 401 || error.response.code === 403 ? "refused" : "down";
  }
  return "down";
}
