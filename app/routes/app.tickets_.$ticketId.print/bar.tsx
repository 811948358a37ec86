import { useNavigate } from "@remix-run/react";
import { Button, Checkbox, InlineStack } from "@shopify/polaris";
import { ChevronLeftIcon, PrintIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import styles from "./print.module.css";

/** What stands above the paper, on the screen only. */
export function PrintBar(props: { ticketId: string; notes: boolean; onNotes: (notes: boolean) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className={styles.bar}>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Button
          icon={ChevronLeftIcon}
          variant="tertiary"
          onClick={() => navigate(`/app/tickets/${props.ticketId}`)}
        >
          {t("reading.print.back")}
        </Button>
        <InlineStack blockAlign="center" gap="400">
          <Checkbox label={t("reading.print.notes")} checked={props.notes} onChange={props.onNotes} />
          <Button icon={PrintIcon} variant="primary" onClick={() => window.print()}>
            {t("reading.print.print")}
          </Button>
        </InlineStack>
      </InlineStack>
    </div>
  );
}
