// Several chosen tickets become one: which of them stays, and a word of warning where they are not one person's.
import { BlockStack, Banner, Button, ChoiceList, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedTicket } from "../../../tickets/list.server.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import styles from "./bulk.module.css";

export function MergeChosen(props: {
  tickets: ListedTicket[];
  onClose: () => void;
  onMerge: (into: string) => void;
}) {
  const { t } = useTranslation();
  const { tickets } = props;
  const oldest = tickets.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))[0];
  const [into, setInto] = useState(oldest?.id ?? "");
  const survivor = tickets.find(({ id }) => id === into);
  const several = new Set(tickets.map(({ customerId }) => customerId)).size > 1;
  return (
    <Dialog title={t("bulk.mergeTitle", { count: tickets.length })} onClose={props.onClose}>
      <div className={styles.dialog}>
        <BlockStack gap="400">
          <ChoiceList
            title={t("bulk.mergeInto")}
            selected={[into]}
            onChange={([id = ""]) => setInto(id)}
            choices={tickets.map((ticket) => ({
              value: ticket.id,
              label: `${ticket.number} ${ticket.subject || t("list.noSubject")}`,
              helpText: ticket.customerName ?? ticket.customerAddress ?? t("list.unknownSender"),
            }))}
          />
          {several ? <Banner tone="warning">{t("merge.otherCustomer")}</Banner> : null}
          <InlineStack gap="200" align="end">
            <Button onClick={props.onClose}>{t("merge.cancel")}</Button>
            <Button variant="primary" onClick={() => props.onMerge(into)}>
              {t("bulk.mergeDo", { count: tickets.length, number: survivor?.number ?? "" })}
            </Button>
          </InlineStack>
        </BlockStack>
      </div>
    </Dialog>
  );
}
