import { BlockStack, Button, Icon, Text } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { OrderDetail, ShownLine } from "../../orders/shown/detail.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { useMoreLines } from "./use-more-lines.ts";
import styles from "./orders.module.css";

/** What was bought. A long order shows its first lines, and all of them when asked. */
export function Lines({ order, more }: { order: OrderDetail; more: (after: string) => string }) {
  const { t } = useTranslation();
  const { lines, next, busy, problem, showAll } = useMoreLines(order, more);
  return (
    <BlockStack gap="200">
      <ul className={styles.lines} aria-label={t("orders.items")}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {problem ? (
        <Text as="p" tone="caution">
          {t(`orders.problem.${problem}`)}
        </Text>
      ) : null}
      {next ? (
        <div role="status">
          <Button size="slim" onClick={showAll} loading={busy}>
            {problem ? t("orders.goOn") : t("orders.showAll", { quantity: order.row.items })}
          </Button>
        </div>
      ) : null}
    </BlockStack>
  );
}

function Line({ line }: { line: ShownLine }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { title, variant, sku, ordered, quantity, price, total, picture } = line;
  return (
    <li className={styles.line} data-testid="order-line">
      {picture ? (
        <img
          src={picture}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          referrerPolicy="no-referrer"
          className={styles.picture}
        />
      ) : (
        <span className={styles.picture}>
          <Icon source={ImageIcon} tone="subdued" />
        </span>
      )}
      <span className={styles.lineText}>
        <span>{title}</span>
        {variant || sku ? (
          <span className={styles.small}>{[variant, sku].filter(Boolean).join(" · ")}</span>
        ) : null}
        <span className={styles.small}>
          {ordered} × {formatMoney(price, reader.locale)}
          {quantity === ordered ? null : <> · {t("orders.left", { quantity })}</>}
        </span>
      </span>
      <span className={styles.total}>{formatMoney(total, reader.locale)}</span>
    </li>
  );
}
