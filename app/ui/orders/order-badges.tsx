import { Badge, InlineStack } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardOrder } from "../../customers/order-row.ts";

/** How an order stands, in Shopify's own words and colours. */
export function OrderBadges({ order }: { order: CardOrder }) {
  const { t } = useTranslation();
  const { cancelled, paid, fulfilled, returned } = order;
  return (
    <InlineStack as="span" gap="100">
      {cancelled ? <Badge tone="critical">{t("card.cancelled")}</Badge> : null}
      {isPaid(paid) ? <Badge tone={PAID[paid]}>{t(`paid.${paid}`)}</Badge> : null}
      {isFulfilled(fulfilled) ? (
        <Badge tone={FULFILLED[fulfilled]}>{t(`fulfilled.${fulfilled}`)}</Badge>
      ) : null}
      {isReturned(returned) ? <Badge tone={RETURNED[returned]}>{t(`returned.${returned}`)}</Badge> : null}
    </InlineStack>
  );
}

// What Shopify may add later shows no badge rather than a code.
const PAID = {
  AUTHORIZED: "attention",
  EXPIRED: "warning",
  PAID: undefined,
  PARTIALLY_PAID: "warning",
  PARTIALLY_REFUNDED: undefined,
  PENDING: "warning",
  REFUNDED: undefined,
  VOIDED: undefined,
} satisfies Record<string, BadgeProps["tone"]>;

const FULFILLED = {
  FULFILLED: undefined,
  IN_PROGRESS: "attention",
  ON_HOLD: "warning",
  OPEN: "attention",
  PARTIALLY_FULFILLED: "warning",
  PENDING_FULFILLMENT: "attention",
  REQUEST_DECLINED: "warning",
  RESTOCKED: undefined,
  SCHEDULED: "info",
  UNFULFILLED: "attention",
} satisfies Record<string, BadgeProps["tone"]>;

const RETURNED = {
  INSPECTION_COMPLETE: "info",
  IN_PROGRESS: "attention",
  RETURNED: undefined,
  RETURN_FAILED: "warning",
  RETURN_REQUESTED: "attention",
} satisfies Record<string, BadgeProps["tone"]>;

const isPaid = (status: string | null): status is keyof typeof PAID => status !== null && status in PAID;
const isFulfilled = (status: string): status is keyof typeof FULFILLED => status in FULFILLED;
const isReturned = (status: string | null): status is keyof typeof RETURNED =>
  status !== null && status in RETURNED;
