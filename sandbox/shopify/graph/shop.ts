// The shop itself, its languages, and what the app installed there.

import { hasScope } from "../access.ts";
import type { SandboxState } from "../../state.ts";
import type { AppMetafield, Installation } from "../installation.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { metafieldView } from "./metafield.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

const LANGUAGES: Record<string, string> = {
  sv: "Swedish",
  nb: "Norwegian (Bokmål)",
  en: "English",
  da: "Danish",
};

export function shopView({ state, shop }: Caller): View {
  const owner = shop.staff.find((member) => member.accountOwner);
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    shopOwnerName: owner ? `${owner.firstName} ${owner.lastName}` : shop.name,
    myshopifyDomain: shop.domain,
    url: `https://${shop.publicDomain}`,
    primaryDomain: { __typename: "Domain", host: shop.publicDomain, url: `https://${shop.publicDomain}` },
    ianaTimezone: shop.timeZone,
    timezoneOffsetMinutes: () => offsetMinutes(shop.timeZone, state.now()),
    currencyCode: shop.currency,
    unitSystem: "METRIC_SYSTEM",
    customerAccountsV2: {
      customerAccountsVersion: "NEW_CUSTOMER_ACCOUNTS",
      loginRequiredAtCheckout: false,
      url: `https://${shop.publicDomain}/account`,
    },
    plan: { publicDisplayName: "Grow", partnerDevelopment: false, shopifyPlus: false },
  };
}

/** The shop's own language first; English is published beside it. */
export function shopLocales({ shop }: Caller, { published }: { published?: boolean | null }): View[] {
  const locales = [...new Set([shop.locale, "en"])].map((locale) => ({
    locale,
    name: LANGUAGES[locale] ?? locale,
    primary: locale === shop.locale,
    published: true,
  }));
  return published === false ? [] : locales;
}

export function installationView({ state, installation, scopes }: Caller): View {
  const held = ({ namespace, keys }: { namespace?: string | null; keys?: string[] | null }) =>
    installation.metafields.filter(
      (field) =>
        (!namespace || field.namespace === namespace) &&
        (!keys || keys.includes(`${field.namespace}.${field.key}`)),
    );
  return {
    __typename: "AppInstallation",
    id: gid("AppInstallation", installation.id),
    launchUrl: `${state.url}/admin`,
    accessScopes: [...scopes].map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
    activeSubscriptions: subscriptionViews(state, installation),
    metafields: (args: PageArgs & { namespace?: string | null; keys?: string[] | null }) =>
      connection<AppMetafield>(held(args), args, metafieldView),
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
      const field = held({ namespace }).find((candidate) => candidate.key === key);
      return field ? metafieldView(field) : null;
    },
  };
}

/** A free app has no subscription. */
const subscriptionViews = (state: SandboxState, { id, subscription }: Installation): View[] =>
  subscription === "Free"
    ? []
    : [
        {
          __typename: "AppSubscription",
          id: gid("AppSubscription", id),
          name: subscription,
          status: "ACTIVE",
          test: true,
          trialDays: 0,
          createdAt: state.now().toISOString(),
          currentPeriodEnd: null,
          lineItems: [],
        },
      ];

/** Without read_all_orders an app sees the last 60 days. */
export function oldestVisibleOrder({ state, scopes }: Caller): Date {
  if (hasScope(scopes, "read_all_orders")) return new Date(0);
  return new Date(state.now().getTime() - 60 * 24 * 3_600_000);
}

function offsetMinutes(timeZone: string, at: Date): number {
  const local = new Date(at.toLocaleString("en-US", { timeZone }));
  const utc = new Date(at.toLocaleString("en-US", { timeZone: "UTC" }));
  return Math.round((local.getTime() - utc.getTime()) / 60_000);
}
