// An opened order, from top to bottom as an agent asks: what, where is it, what came back, what was paid, where to.
import { Badge, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OpenedOrder } from "../../orders/shown/read-order.server.ts";
import { numberOf, type OrderDoor } from "./doors.ts";
import { Lines } from "./lines.tsx";
import { Parcels } from "./parcels.tsx";
import { Part } from "./part.tsx";
import { Payment } from "./payment.tsx";
import { Refunds } from "./refunds.tsx";
import { Returns } from "./returns.tsx";
import styles from "./orders.module.css";

export function FoundOrder({
  order,
  withheld,
  door,
}: Extract<OpenedOrder, { state: "found" }> & { door: OrderDoor }) {
  const { t } = useTranslation();
  const { note, tags, address, row } = order;
  return (
    <>
      {withheld ? (
        <Text as="p" tone="caution">
          {t("orders.withheld")}
        </Text>
      ) : null}
      <Lines key={order.row.version} order={order} more={(after) => door.lines(numberOf(row.id), after)} />
      <Parcels order={order} />
      <Returns returns={order.returns} />
      <Payment payment={order.payment} />
      <Refunds refunds={order.refunds} />
      {address ? (
        <Part title={t("orders.address")}>
          <address className={styles.address}>
            {address.lines.map((line, place) => (
              <span key={place}>{line}</span>
            ))}
            {address.phone ? <span>{address.phone}</span> : null}
          </address>
        </Part>
      ) : null}
      {note ? (
        <Part title={t("orders.note")}>
          <p className={styles.note}>{note}</p>
        </Part>
      ) : null}
      {tags.length ? (
        <Part title={t("orders.tags")}>
          <InlineStack gap="100">
            {tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </InlineStack>
        </Part>
      ) : null}
    </>
  );
}
