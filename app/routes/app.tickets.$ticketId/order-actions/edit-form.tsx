import { BlockStack, Button, Checkbox, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wish } from "../../../orders/actions/action.ts";
import type { ActionLine, ActionOrder } from "../../../orders/actions/order-view.ts";
import { AddVariant } from "./add-variant.tsx";
import { Pieces } from "./pieces.tsx";
import { Told } from "./told.tsx";
import styles from "./sheet.module.css";

type Edit = Wish<"edit">;
type Names = Record<string, string>;

const MOST = 9_999;

export function EditForm(props: {
  ticketId: string;
  order: ActionOrder;
  wish: Edit;
  /** of what is added, by variant */
  names: Names;
  onWish: (wish: Edit, names: Names) => void;
}) {
  const { t } = useTranslation();
  const { order, wish, names, onWish } = props;
  const [restock, setRestock] = useState(true);
  const put = (line: ActionLine, quantity: number) => {
    const others = wish.changes.filter(({ lineId }) => lineId !== line.id);
    const changed = quantity === line.quantity ? [] : [{ lineId: line.id, quantity, restock }];
    onWish({ ...wish, changes: [...others, ...changed] }, names);
  };
  const putBack = (wanted: boolean) => {
    setRestock(wanted);
    onWish({ ...wish, changes: wish.changes.map((change) => ({ ...change, restock: wanted })) }, names);
  };
  const add = (variantId: string, quantity: number, name?: string) => {
    const others = wish.added.filter((one) => one.variantId !== variantId);
    const added = quantity > 0 ? [...others, { variantId, quantity }] : others;
    onWish({ ...wish, added }, name ? { ...names, [variantId]: name } : names);
  };
  return (
    <BlockStack gap="300">
      <ul className={styles.lines} aria-label={t("orderActions.lines")}>
        {order.lines
          .filter(({ quantity }) => quantity > 0)
          .map((line) => (
            <Line key={line.id} line={line} wish={wish} onPut={(quantity) => put(line, quantity)} />
          ))}
        {wish.added.map(({ variantId, quantity }) => (
          <li key={variantId} className={styles.line} data-testid="added-line">
            <span className={styles.item}>{names[variantId]}</span>
            <Pieces
              label={t("orderActions.quantity", { item: names[variantId] ?? "" })}
              value={quantity}
              least={1}
              most={MOST}
              onChange={(wanted) => add(variantId, wanted)}
            />
            <Button
              variant="plain"
              accessibilityLabel={t("orderActions.remove", { item: names[variantId] ?? "" })}
              onClick={() => add(variantId, 0)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <AddVariant
        ticketId={props.ticketId}
        taken={wish.added.map(({ variantId }) => variantId)}
        onAdd={({ id, name }) => add(id, 1, name)}
      />
      <Checkbox label={t("orderActions.restock")} checked={restock} onChange={putBack} />
      <Told order={order} wish={wish} onWish={(told) => onWish(told, names)} />
      <Text as="p" tone="subdued">
        {t("orderActions.editAgain")}
      </Text>
    </BlockStack>
  );
}

function Line({ line, wish, onPut }: { line: ActionLine; wish: Edit; onPut: (quantity: number) => void }) {
  const { t } = useTranslation();
  const wanted = wish.changes.find(({ lineId }) => lineId === line.id)?.quantity ?? line.quantity;
  return (
    <li className={styles.line}>
      <span className={styles.item}>
        {line.title} {line.variant}
      </span>
      {line.editable > 0 ? (
        <>
          <Pieces
            label={t("orderActions.quantity", { item: line.title })}
            value={wanted}
            least={line.quantity - line.editable}
            most={MOST}
            onChange={onPut}
          />
          {wanted === line.quantity ? null : (
            <span className={styles.remark}>{t("orderActions.was", { count: line.quantity })}</span>
          )}
        </>
      ) : (
        <span className={styles.remark}>
          {line.quantity} · {t("orderActions.fixed")}
        </span>
      )}
    </li>
  );
}
