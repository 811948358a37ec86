// Who gets it: typed, pasted, or picked from Shopify's customers.
import { BlockStack, Button, InlineError, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MOST_RECIPIENTS, readRecipients } from "../../tickets/requests/recipients.ts";
import { CustomerPicker } from "./customer-picker.tsx";
import type { Recipient, RequestDraft } from "./draft.ts";
import styles from "./new-request.module.css";

/** So many are shown at once; a list of a thousand is unfolded on request. */
const FEW = 30;

export function Recipients({ draft, store }: { draft: RequestDraft; store: { id: string; name: string } }) {
  return (
    <BlockStack gap="300">
      <Typed draft={draft} />
      <CustomerPicker key={store.id} store={store} draft={draft} />
      <Chosen draft={draft} />
    </BlockStack>
  );
}

function Typed({ draft }: { draft: RequestDraft }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [invalid, setInvalid] = useState<string[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const add = () => {
    if (!typed.trim()) return;
    const read = readRecipients(typed);
    const known = draft.add(read.people.map((person) => ({ ...person, shopifyId: null })));
    if (known === null) return setSaid(t("requests.tooMany", { most: MOST_RECIPIENTS }));
    setSaid(known ? t("requests.duplicates", { count: known }) : null);
    setInvalid(read.invalid);
    // What could not be read stays, to be mended.
    setTyped(read.invalid.join("\n"));
  };
  return (
    <BlockStack gap="200">
      <TextField
        label={t("requests.recipients")}
        helpText={t("requests.recipientsHelp")}
        placeholder={t("requests.recipientsPlaceholder")}
        value={typed}
        onChange={setTyped}
        // Whoever goes on to the message has said who it is for.
        onBlur={add}
        multiline={2}
        maxHeight="30vh"
        autoComplete="off"
      />
      {invalid.length ? (
        <div role="alert">
          <InlineError
            fieldID="recipients"
            message={`${t("requests.invalid", { count: invalid.length })} ${invalid
              .slice(0, 5)
              .map((written) => `“${written}”`)
              .join(", ")}${invalid.length > 5 ? " …" : ""}`}
          />
        </div>
      ) : null}
      {said ? (
        <Text as="p" tone="subdued">
          <span role="status">{said}</span>
        </Text>
      ) : null}
      <InlineStack gap="200">
        <Button onClick={add} disabled={!typed.trim()}>
          {t("requests.add")}
        </Button>
        {invalid.length ? (
          <Button
            variant="plain"
            onClick={() => {
              setInvalid([]);
              setTyped("");
            }}
          >
            {t("requests.dropInvalid")}
          </Button>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}

function Chosen({ draft }: { draft: RequestDraft }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { recipients } = draft;
  const shown = all ? recipients : recipients.slice(0, FEW);
  return (
    <div data-testid="chosen">
      <InlineStack align="space-between" gap="200">
        <Text as="h2" variant="headingSm">
          {recipients.length ? t("requests.count", { count: recipients.length }) : t("requests.none")}
        </Text>
        {recipients.length > 1 ? (
          <Button variant="plain" onClick={draft.clear}>
            {t("requests.clear")}
          </Button>
        ) : null}
      </InlineStack>
      {recipients.length ? (
        <ul className={styles.tags}>
          {shown.map((one) => (
            <li key={one.address}>
              <Tag
                onRemove={() => draft.remove(one.address)}
                accessibilityLabel={t("requests.remove", { who: nameOf(one) })}
              >
                {nameOf(one)}
              </Tag>
            </li>
          ))}
        </ul>
      ) : null}
      {recipients.length > shown.length ? (
        <Button variant="plain" onClick={() => setAll(true)}>
          {t("requests.showAll", { total: recipients.length })}
        </Button>
      ) : null}
    </div>
  );
}

const nameOf = ({ name, address }: Recipient): string => (name ? `${name} · ${address}` : address);
