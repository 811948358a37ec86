import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { KnownOrder } from "../../orders/shown/known.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Fact, Facts } from "../fact.tsx";
import { Ago } from "../moment.tsx";
import { OrderBadges } from "./order-badges.tsx";

/** What our own copy has of an order, and how old that is. */
export function Known({ known }: { known: KnownOrder }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { row, refunded, deliveredAt, readAt } = known;
  return (
    <>
      <OrderBadges order={row} />
      <Facts>
        <Fact name={t("orders.total")}>{formatMoney(row.total, reader.locale)}</Fact>
        <Fact name={t("orders.refunded")}>{formatMoney(refunded, reader.locale)}</Fact>
        {deliveredAt ? (
          <Fact name={t("orders.delivered")}>{formatDate(new Date(deliveredAt), reader)}</Fact>
        ) : null}
      </Facts>
      <Text as="p" tone="subdued" variant="bodySm">
        {t("orders.asOf")} <Ago at={readAt} />
      </Text>
    </>
  );
}
