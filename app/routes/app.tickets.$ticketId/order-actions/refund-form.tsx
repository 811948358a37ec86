import { BlockStack, Checkbox, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Wish } from "../../../orders/actions/action.ts";
import type { ActionOrder } from "../../../orders/actions/order-view.ts";
import { Pieces } from "./pieces.tsx";
import { Told } from "./told.tsx";
import styles from "./sheet.module.css";

type Refund = Wish<"refund">;

const HOWS = ["full", "lines", "amount"] as const;

export function RefundForm({
  order,
  wish,
  onWish,
}: {
  order: ActionOrder;
  wish: Refund;
  onWish: (wish: Refund) => void;
}) {
  const { t } = useTranslation();
  const change = (part: Partial<Refund>) => onWish({ ...wish, ...part });
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={t("orderActions.how")}
        choices={HOWS.map((value) => ({ value, label: t(`orderActions.hows.${value}`) }))}
        selected={[wish.how]}
        onChange={([how]) => change({ how: HOWS.find((one) => one === how) ?? "full" })}
      />
      {wish.how === "lines" ? <Lines order={order} wish={wish} change={change} /> : null}
      {wish.how === "amount" ? (
        <TextField
          label={t("orderActions.amount", { currency: order.total.currencyCode })}
          value={wish.amount ?? ""}
          onChange={(typed) => change({ amount: typed.replace(",", ".").replace(/\s/g, "") || null })}
          inputMode="decimal"
          maxLength={16}
          autoComplete="off"
        />
      ) : null}
      <Text as="p" tone="subdued">
        {t("orderActions.noRestock")} {t("orderActions.finalRefund")}
      </Text>
      <Told order={order} wish={wish} onWish={onWish} />
    </BlockStack>
  );
}

function Lines({
  order,
  wish,
  change,
}: {
  order: ActionOrder;
  wish: Refund;
  change: (part: Partial<Refund>) => void;
}) {
  const { t } = useTranslation();
  const wanted = (lineId: string) => wish.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
  const put = (lineId: string, quantity: number) => {
    const others = wish.lines.filter((line) => line.lineId !== lineId);
    change({ lines: quantity > 0 ? [...others, { lineId, quantity }] : others });
  };
  return (
    <BlockStack gap="200">
      <ul className={styles.lines} aria-label={t("orderActions.lines")}>
        {order.lines
          .filter(({ refundable }) => refundable > 0)
          .map((line) => (
            <li key={line.id} className={styles.line}>
              <span className={styles.item}>
                {line.title} {line.variant}
              </span>
              <Pieces
                label={t("orderActions.pieces", { item: line.title })}
                value={wanted(line.id)}
                most={line.refundable}
                onChange={(quantity) => put(line.id, quantity)}
              />
              <span className={styles.remark}>{t("orderActions.of", { count: line.refundable })}</span>
            </li>
          ))}
      </ul>
      <Checkbox
        label={t("orderActions.shipping")}
        checked={wish.shipping}
        onChange={(shipping) => change({ shipping })}
      />
    </BlockStack>
  );
}
