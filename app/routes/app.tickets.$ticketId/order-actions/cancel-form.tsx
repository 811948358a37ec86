import { BlockStack, Checkbox, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Wish } from "../../../orders/actions/action.ts";
import { REASONS } from "../../../orders/actions/kinds.ts";
import type { ActionOrder } from "../../../orders/actions/order-view.ts";
import { Told } from "./told.tsx";

type Cancel = Wish<"cancel">;

export function CancelForm({
  order,
  wish,
  onWish,
}: {
  order: ActionOrder;
  wish: Cancel;
  onWish: (wish: Cancel) => void;
}) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="300">
      <Text as="p" tone="caution">
        {t("orderActions.irreversible")}
      </Text>
      <Select
        label={t("orderActions.reason")}
        options={REASONS.map((value) => ({ value, label: t(`orderActions.reasons.${value}`) }))}
        value={wish.reason}
        onChange={(reason) => onWish({ ...wish, reason: reason as Cancel["reason"] })}
      />
      <Checkbox
        label={t("orderActions.refundAll")}
        checked={wish.refund}
        onChange={(refund) => onWish({ ...wish, refund })}
      />
      <Checkbox
        label={t("orderActions.restockAll")}
        checked={wish.restock}
        onChange={(restock) => onWish({ ...wish, restock })}
      />
      <Told order={order} wish={wish} onWish={onWish} />
    </BlockStack>
  );
}
