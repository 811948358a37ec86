// All addresses of one person: each with what speaks for it. For the customer's page, and a dialog beside a ticket.
import { BlockStack, Button, SkeletonBodyText, Text, TextField } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerContact } from "../../customers/address-book.ts";
import type { VerbFailure } from "../verb.ts";
import { useAddresses } from "./use-addresses.ts";
import styles from "./who.module.css";

export function Addresses({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { addresses, failure, busy, add, remove } = useAddresses(customerId);
  const submit = async () => {
    if (typed.trim() && (await add(typed.trim()))) setTyped("");
  };
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued" variant="bodySm">
        {t("who.addresses.text")}
      </Text>
      {addresses ? (
        <List addresses={addresses} onRemove={(address) => void remove(address)} />
      ) : (
        <div role="status" aria-label={t("who.addresses.loading")}>
          {failure ? null : <SkeletonBodyText lines={2} />}
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t("who.addresses.label")}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          helpText={t("who.addresses.hint")}
          maxLength={254}
          connectedRight={
            <Button submit loading={busy} disabled={!typed.trim()}>
              {t("who.addresses.add")}
            </Button>
          }
          {...(failure ? { error: sayFailure(t, failure) } : {})}
        />
      </form>
    </BlockStack>
  );
}

function List(props: { addresses: CustomerContact[]; onRemove: (address: string) => void }) {
  const { t } = useTranslation();
  if (!props.addresses.length) return <Text as="p">{t("who.addresses.empty")}</Text>;
  return (
    <ul className={styles.addresses} data-testid="customer-addresses">
      {props.addresses.map((contact) => (
        <li key={contact.value} className={styles.address}>
          <span className={styles.what}>
            <span>{contact.value}</span>
            <span className={styles.quiet}>{sayProof(t, contact)}</span>
          </span>
          {contact.main ? null : (
            <Button
              size="slim"
              accessibilityLabel={t("who.addresses.removeOf", { address: contact.value })}
              onClick={() => props.onRemove(contact.value)}
            >
              {t("who.addresses.remove")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function sayProof(t: TFunction, { proof, addedBy, main }: CustomerContact): string {
  const said = proof
    ? t(`who.addresses.${proof}`)
    : addedBy
      ? t("who.addresses.added", { name: addedBy })
      : t("who.addresses.wrote");
  return main ? `${t("who.addresses.main")} · ${said}` : said;
}

function sayFailure(t: TFunction, { error, detail }: VerbFailure): string {
  const whose = detail.customer as { name?: unknown } | undefined;
  if (error === "taken" && typeof whose?.name === "string")
    return t("who.addresses.takenBy", { name: whose.name });
  if (error === "taken") return t("who.addresses.taken");
  return t(error === "invalid" ? "who.addresses.invalid" : "who.addresses.failed");
}
