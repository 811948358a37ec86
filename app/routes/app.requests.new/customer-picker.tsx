// Shopify's customers, found as one types. Shopify may be slow or away; addresses can be typed all the same.
import { BlockStack, Button, TextField, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerHits, FoundCustomer } from "../../customers/search.ts";
import type { RequestDraft } from "./draft.ts";
import styles from "./new-request.module.css";

const PAUSE = 300;

export function CustomerPicker({
  draft,
  store,
}: {
  draft: RequestDraft;
  store: { id: string; name: string };
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState("");
  const { hits, searching } = useHits(store.id, asked);
  return (
    <BlockStack gap="200">
      <TextField
        label={t("requests.search")}
        helpText={t("requests.searchHelp", { store: store.name })}
        value={asked}
        onChange={setAsked}
        type="search"
        clearButton
        onClearButtonClick={() => setAsked("")}
        autoComplete="off"
        maxLength={100}
      />
      <div role="status">
        {searching ? (
          <Text as="p" tone="subdued">
            {t("requests.searching")}
          </Text>
        ) : null}
        {hits?.state === "problem" ? (
          <Text as="p" tone="caution">
            {t("requests.searchFailed")}
          </Text>
        ) : null}
        {hits?.state === "found" && !hits.customers.length ? (
          <Text as="p" tone="subdued">
            {t("requests.noHits", { store: store.name })}
          </Text>
        ) : null}
      </div>
      {hits?.state === "found" && hits.customers.length ? (
        <ul className={styles.hits} data-testid="customer-hits">
          {hits.customers.map((customer) => (
            <Hit key={customer.shopifyId} customer={customer} draft={draft} />
          ))}
        </ul>
      ) : null}
    </BlockStack>
  );
}

function Hit({ customer, draft }: { customer: FoundCustomer; draft: RequestDraft }) {
  const { t } = useTranslation();
  const { email, name, shopifyId, orders } = customer;
  const added = draft.recipients.some(({ address }) => address === email);
  return (
    <li className={styles.hit}>
      <span className={styles.who}>
        <strong>{name || t("requests.noName")}</strong>
        <span className={styles.address}>{email ?? t("requests.noEmail")}</span>
      </span>
      <span className={styles.orders}>{t("requests.orders", { count: orders })}</span>
      <Button
        size="micro"
        disabled={added || !email}
        {...(added ? {} : { accessibilityLabel: t("requests.addCustomer", { who: name || (email ?? "") }) })}
        onClick={() => {
          if (email) draft.add([{ name, address: email, shopifyId }]);
        }}
      >
        {added ? t("requests.added") : t("requests.add")}
      </Button>
    </li>
  );
}

/** Asks when typing pauses; only the newest answer counts. */
function useHits(store: string, asked: string): { hits: CustomerHits | null; searching: boolean } {
  const [hits, setHits] = useState<CustomerHits | null>(null);
  const [searching, setSearching] = useState(false);
  const wanted = asked.trim();
  useEffect(() => {
    const stop = new AbortController();
    setSearching(wanted.length > 1);
    if (wanted.length < 2) setHits(null);
    const timer = setTimeout(() => {
      if (wanted.length < 2) return;
      void ask(store, wanted, stop.signal).then((answer) => {
        if (stop.signal.aborted) return;
        setHits(answer);
        setSearching(false);
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [store, wanted]);
  return { hits, searching };
}

async function ask(store: string, q: string, signal: AbortSignal): Promise<CustomerHits> {
  try {
    const response = await fetch(`/app/requests/customers?${new URLSearchParams({ store, q })}`, { signal });
    if (response.ok) return (await response.json()) as CustomerHits;
  } catch {
    // No connection: said as when Shopify is away.
  }
  return { state: "problem", problem: "down" };
}
