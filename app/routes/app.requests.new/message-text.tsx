import { TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** The field the message is written in. */
export function MessageText({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("requests.text")}
      value={value}
      onChange={onChange}
      multiline={8}
      maxHeight="50vh"
      autoComplete="off"
      maxLength={50_000}
    />
  );
}
