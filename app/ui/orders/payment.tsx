import { useTranslation } from "react-i18next";
import type { Money, OrderDetail } from "../../orders/shown/detail.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { Fact, Facts } from "../fact.tsx";
import { Part } from "./part.tsx";

/** What it costs and what was paid, each figure as Shopify gives it. */
export function Payment({ payment }: Pick<OrderDetail, "payment">) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { subtotal, discounts, shipping, tax, total, shopTotal, paid, outstanding, refunded } = payment;
  const { codes, gateways } = payment;
  const money = (amount: Money) => formatMoney(amount, reader.locale);
  const owed = Number(outstanding.amount);
  return (
    <Part title={t("orders.payment")}>
      <Facts>
        {subtotal ? <Fact name={t("orders.subtotal")}>{money(subtotal)}</Fact> : null}
        {discounts && isSome(discounts) ? (
          <Fact
            name={codes.length ? t("orders.discountBy", { codes: codes.join(", ") }) : t("orders.discount")}
          >
            {money(discounts)}
          </Fact>
        ) : null}
        {isSome(shipping) ? <Fact name={t("orders.shipping")}>{money(shipping)}</Fact> : null}
        {tax && isSome(tax) ? <Fact name={t("orders.tax")}>{money(tax)}</Fact> : null}
        <Fact name={t("orders.total")}>
          <strong>{money(total)}</strong>
          {shopTotal ? <> ({money(shopTotal)})</> : null}
        </Fact>
        {isSome(refunded) ? <Fact name={t("orders.refunded")}>{money(refunded)}</Fact> : null}
        <Fact
          name={gateways.length ? t("orders.paidBy", { gateways: gateways.join(", ") }) : t("orders.paid")}
        >
          {money(paid)}
        </Fact>
        {owed === 0 ? null : (
          <Fact name={owed > 0 ? t("orders.outstanding") : t("orders.owedBack")}>
            <strong>{money({ ...outstanding, amount: outstanding.amount.replace(/^-/, "") })}</strong>
          </Fact>
        )}
      </Facts>
    </Part>
  );
}

const isSome = ({ amount }: Money): boolean => Number(amount) !== 0;
