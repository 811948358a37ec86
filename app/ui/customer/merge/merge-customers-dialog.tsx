// This customer and another are one person: who the other is, which of the two stays, and what that means, before it
// happens.
import { Banner, BlockStack, Button, InlineStack, SkeletonBodyText, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../dialog.tsx";
import { Candidates } from "./candidates.tsx";
import { Preview } from "./preview.tsx";
import { useMergeCustomers } from "./use-merge-customers.ts";
import { useChosen, useFound, useSides } from "./use-sides.ts";
import styles from "../who.module.css";

export function MergeCustomersDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [swapped, setSwapped] = useState(false);
  const [name, setName] = useState<"from" | "into">("into");
  const sides = useSides(customerId);
  const found = useFound(typed, customerId);
  const other = useChosen(customerId, chosen);
  const { merge, busy, failed } = useMergeCustomers(onClose);
  const known = sides === "failed" ? null : sides;
  const pair = known && other ? pairOf(known.customer, other, swapped) : null;
  const offered = typed.trim() ? found : (known?.suggested ?? null);
  return (
    <Dialog title={t("who.merge.title")} onClose={onClose}>
      <div className={styles.dialog} data-testid="merge-customers">
        <BlockStack gap="300">
          <TextField
            label={t("who.merge.find")}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            placeholder={t("who.merge.findHint")}
          />
          {sides === "failed" ? <Banner tone="critical">{t("who.merge.failed")}</Banner> : null}
          {sides !== "failed" && !offered ? <SkeletonBodyText lines={3} /> : null}
          {offered ? (
            <Candidates found={offered} suggested={!typed.trim()} chosen={chosen} onChoose={setChosen} />
          ) : null}
          {pair ? (
            <Preview
              {...pair}
              name={name}
              onName={setName}
              onSwap={() => {
                setSwapped(!swapped);
                setName("into");
              }}
            />
          ) : null}
          {failed ? <Banner tone="critical">{failed}</Banner> : null}
          <div className={styles.actions}>
            <InlineStack gap="200" align="end">
              <Button onClick={onClose}>{t("who.merge.cancel")}</Button>
              <Button
                variant="primary"
                disabled={!pair}
                loading={busy}
                onClick={() => (pair ? void merge(pair.from, pair.into, name) : undefined)}
              >
                {t("who.merge.do")}
              </Button>
            </InlineStack>
          </div>
        </BlockStack>
      </div>
    </Dialog>
  );
}

/** Whom we have known longer stays, unless asked otherwise. */
function pairOf<Side extends { firstSeen: string }>(one: Side, other: Side, swapped: boolean) {
  const [older, newer] = one.firstSeen <= other.firstSeen ? [one, other] : [other, one];
  return swapped ? { from: older, into: newer } : { from: newer, into: older };
}
