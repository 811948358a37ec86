import { Button, Spinner, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundVariant } from "../../../orders/actions/variants.server.ts";
import { callVerb } from "../../../ui/verb.ts";
import styles from "./sheet.module.css";

type Found = FoundVariant[] | "asking" | "failed" | null;

/** What the store sells, by name or SKU. */
export function AddVariant({
  ticketId,
  taken,
  onAdd,
}: {
  ticketId: string;
  taken: string[];
  onAdd: (variant: FoundVariant) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const found = useVariants(ticketId, typed.trim());
  return (
    <div>
      <TextField
        label={t("orderActions.add")}
        placeholder={t("orderActions.addHint")}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
        suffix={found === "asking" ? <Spinner size="small" /> : undefined}
      />
      <div role="status">
        {found === "failed" ? <Text as="p">{t("orderActions.problem.shopify")}</Text> : null}
        {Array.isArray(found) && found.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("orderActions.nothingFound")}
          </Text>
        ) : null}
      </div>
      {Array.isArray(found) ? (
        <ul className={styles.found}>
          {found.map((variant) => (
            <li key={variant.id} className={styles.line} data-testid="variant">
              <span className={styles.item}>
                {variant.name} <span className={styles.remark}>{variant.sku}</span>
              </span>
              {variant.inStock === null ? null : (
                <span className={styles.remark}>{t("orderActions.stock", { count: variant.inStock })}</span>
              )}
              <Button disabled={taken.includes(variant.id)} onClick={() => onAdd(variant)}>
                {taken.includes(variant.id) ? t("orderActions.added") : t("orderActions.addThis")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const TYPING = 250;

function useVariants(ticketId: string, typed: string): Found {
  const [found, setFound] = useState<Found>(null);
  useEffect(() => {
    if (!typed) return setFound(null);
    let gone = false;
    setFound("asking");
    const timer = setTimeout(() => {
      const path = `/app/tickets/${ticketId}/variants-to-add?q=${encodeURIComponent(typed)}`;
      void callVerb<{ found: FoundVariant[] }>("GET", path).then((result) => {
        if (!gone) setFound(result.ok ? result.data.found : "failed");
      });
    }, TYPING);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ticketId, typed]);
  return found;
}
