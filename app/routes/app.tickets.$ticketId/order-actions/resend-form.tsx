import { TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Wish } from "../../../orders/actions/action.ts";

export function ResendForm({
  wish,
  onWish,
}: {
  wish: Wish<"resend">;
  onWish: (wish: Wish<"resend">) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("orderActions.message")}
      value={wish.message}
      onChange={(message) => onWish({ message })}
      maxLength={1000}
      multiline={3}
      autoComplete="off"
    />
  );
}
