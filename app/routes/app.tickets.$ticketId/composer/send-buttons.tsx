import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Writing } from "./use-writing.ts";

/** The one primary button, and what else can happen with it. */
export function SendButtons({ writing }: { writing: Writing }) {
  const { t } = useTranslation();
  const { mode, sending, sendable } = writing;
  return (
    <Button variant="primary" submit loading={sending} disabled={!sendable && !sending}>
      {t(`compose.do.${mode}`)}
    </Button>
  );
}
