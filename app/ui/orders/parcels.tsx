import { Badge, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OrderDetail, Parcel } from "../../orders/shown/detail.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Part } from "./part.tsx";
import styles from "./orders.module.css";

/** What was sent: how each parcel stands, and where to follow it. */
export function Parcels({ order: { parcels, moreParcels } }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <Part title={t("orders.parcels")}>
      {parcels.length ? (
        <ul className={styles.list}>
          {parcels.map((parcel) => (
            <OneParcel key={parcel.id} parcel={parcel} />
          ))}
        </ul>
      ) : (
        <Text as="p" tone="subdued">
          {t("orders.noParcels")}
        </Text>
      )}
      {moreParcels ? (
        <Text as="p" tone="subdued">
          {t("orders.moreParcels", { count: moreParcels })}
        </Text>
      ) : null}
    </Part>
  );
}

function OneParcel({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { status, sentAt, deliveredAt, expectedAt, items, tracking } = parcel;
  const date = (at: string) => formatDate(new Date(at), reader);
  return (
    <li className={styles.parcel} data-testid="parcel">
      <InlineStack gap="100" blockAlign="center">
        {isStatus(status) ? <Badge tone={STATUS[status]}>{t(`parcel.${status}`)}</Badge> : null}
        <span className={styles.small}>{t("card.items", { count: items })}</span>
      </InlineStack>
      <span className={styles.small}>
        {t("orders.sent", { date: date(sentAt) })}
        {deliveredAt ? (
          <> · {t("orders.arrived", { date: date(deliveredAt) })}</>
        ) : expectedAt ? (
          <> · {t("orders.expected", { date: date(expectedAt) })}</>
        ) : null}
      </span>
      {tracking.map(({ carrier, number, link }, place) => (
        <span key={place} className={styles.tracking}>
          {carrier ? <>{carrier} </> : null}
          {link ? (
            <a href={link} target="_blank" rel="noopener noreferrer nofollow" className={styles.link}>
              {number || t("orders.track")}
            </a>
          ) : (
            number
          )}
        </span>
      ))}
    </li>
  );
}

const STATUS = {
  ATTEMPTED_DELIVERY: "warning",
  CANCELED: "critical",
  CARRIER_PICKED_UP: "info",
  CONFIRMED: "info",
  DELAYED: "warning",
  DELIVERED: "success",
  FAILURE: "critical",
  FULFILLED: undefined,
  IN_TRANSIT: "info",
  LABEL_PRINTED: undefined,
  LABEL_PURCHASED: undefined,
  LABEL_VOIDED: "warning",
  MARKED_AS_FULFILLED: undefined,
  NOT_DELIVERED: "critical",
  OUT_FOR_DELIVERY: "info",
  PICKED_UP: "success",
  READY_FOR_PICKUP: "info",
  SUBMITTED: undefined,
} satisfies Record<string, BadgeProps["tone"]>;

const isStatus = (status: string | null): status is keyof typeof STATUS =>
  status !== null && status in STATUS;
