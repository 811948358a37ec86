import { Checkbox, TextField, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { LONGEST_NOTE } from "../../../orders/actions/kinds.ts";
import type { ActionOrder } from "../../../orders/actions/order-view.ts";

/** Whether Shopify tells the customer, and what colleagues are told. */
export function Told<W extends { notify: boolean; note: string }>({
  order,
  wish,
  onWish,
}: {
  order: ActionOrder;
  wish: W;
  onWish: (wish: W) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {order.email ? (
        <Checkbox
          label={t("orderActions.notify")}
          helpText={order.email}
          checked={wish.notify}
          onChange={(notify) => onWish({ ...wish, notify })}
        />
      ) : (
        <Text as="p" tone="subdued">
          {t("orderActions.noMail")}
        </Text>
      )}
      <TextField
        label={t("orderActions.note")}
        helpText={t("orderActions.noteHelp")}
        value={wish.note}
        onChange={(note) => onWish({ ...wish, note })}
        maxLength={LONGEST_NOTE}
        showCharacterCount
        autoComplete="off"
      />
    </>
  );
}
