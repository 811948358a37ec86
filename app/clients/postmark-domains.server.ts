// Postmark's domain API, in our words. https://postmarkapp.com/developer/api/domains-api
import { AccountClient, Errors } from "postmark";
import type { DomainDetails } from "postmark/dist/client/models/index.js";
import { env } from "../env.server.ts";
import { once } from "../lib/once.server.ts";

/** A domain as Postmark knows it: what has to stand in its DNS, and whether it does. */
export interface ProviderDomain {
  providerId: number;
  dkim: { host: string; value: string; verified: boolean };
  returnPath: { host: string; value: string; verified: boolean };
}

/** off: the operator gave us no account token. */
export type DomainTrouble =
  "off" | "public" | "elsewhere" | "no-domain" | "gone" | "account" | "busy" | "down";

/** Why Postmark did not do it. `trouble` is a code the page has words for. */
export class DomainRefused extends Error {
  readonly trouble: DomainTrouble;

  constructor(trouble: DomainTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.name = "DomainRefused";
    this.trouble = trouble;
  }
}

/** Seconds. A person waits for it. */
const TIMEOUT = 10;

/** Whether merchants can send from domains of their own at all. */
export const canManageDomains = (): boolean => env.POSTMARK_ACCOUNT_TOKEN !== undefined;

/** Adds a domain to the account. Throws DomainRefused. */
export const createDomain = (name: string): Promise<ProviderDomain> =>
  ask((client) => client.createDomain({ Name: name, ReturnPathDomain: `pm-bounces.${name}` }));

/** Has Postmark look both records up now. Throws DomainRefused. */
export const verifyDomain = (providerId: number): Promise<ProviderDomain> =>
  ask(async (client) => {
    await client.verifyDomainDKIM(providerId);
    return client.verifyDomainReturnPath(providerId);
  });

/** Takes it out of the account; one that is not there is fine. Throws DomainRefused. */
export async function deleteDomain(providerId: number): Promise<void> {
  try {
    await client().deleteDomain(providerId);
  } catch (error) {
    const refused = translate(error);
    if (refused.trouble !== "gone") throw refused;
  }
}

async function ask(question: (client: AccountClient) => Promise<DomainDetails>): Promise<ProviderDomain> {
  try {
    return read(await question(client()));
  } catch (error) {
    throw translate(error);
  }
}

function client(): AccountClient {
  const token = env.POSTMARK_ACCOUNT_TOKEN;
  if (!token) throw new DomainRefused("off");
  return once("postmark-account", () => {
    const url = new URL(env.POSTMARK_API_URL);
    return new AccountClient(token, {
      useHttps: url.protocol === "https:",
      requestHost: `${url.host}${url.pathname}`.replace(/\/$/, ""),
      timeout: TIMEOUT,
    });
  });
}

/** A new or renewed key stands under "pending" until it was found once. */
const read = (domain: DomainDetails): ProviderDomain => ({
  providerId: domain.ID,
  dkim: {
    host: domain.DKIMPendingHost || domain.DKIMHost,
    value: domain.DKIMPendingTextValue || domain.DKIMTextValue,
    verified: domain.DKIMVerified,
  },
  returnPath: {
    host: domain.ReturnPathDomain,
    value: domain.ReturnPathDomainCNAMEValue,
    verified: domain.ReturnPathDomainVerified,
  },
});

// https://postmarkapp.com/developer/api/overview#error-codes
const TROUBLES = new Map<number, DomainTrouble>([
  [10, "account"],
  [503, "public"],
  [504, "elsewhere"],
  [510, "gone"],
  [511, "no-domain"],
  [512, "elsewhere"],
  [513, "elsewhere"],
  [514, "no-domain"],
  [515, "no-domain"],
  [516, "no-domain"],
]);

function translate(error: unknown): DomainRefused {
  if (error instanceof DomainRefused) return error;
  if (!(error instanceof Errors.PostmarkError)) return new DomainRefused("down", error);
  const { code, statusCode } = error;
  if (statusCode === 429) return new DomainRefused("busy", error);
  if (statusCode === 401 || statusCode === 403) return new DomainRefused("account", error);
  if (statusCode === 404) return new DomainRefused("gone", error);
  if (statusCode === 422) return new DomainRefused(TROUBLES.get(code) ?? "no-domain", error);
  return new DomainRefused("down", error);
}
