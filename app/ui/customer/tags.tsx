import { BlockStack, Button, InlineError, InlineStack, Tag, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_TAG, readTag } from "../../customers/edit/limits.ts";
import type { Place } from "./place.ts";
import { sayRefusal } from "./say-refusal.ts";
import { useTags } from "./use-tags.ts";
import styles from "./customer.module.css";

/** The customer's tags at Shopify: each can be taken off, and new ones put on. */
export function Tags({ place, tags: there }: { place: Place; tags: string[] }) {
  const { t } = useTranslation();
  const { tags, failure, add, remove } = useTags(place, there);
  const [written, setWritten] = useState<string | null>(null);
  const submit = async () => {
    const tag = readTag(written ?? "");
    if (!tag) return setWritten(null);
    setWritten(null);
    // What Shopify did not take is there to be written again.
    if (!(await add(tag))) setWritten((now) => now ?? tag);
  };
  return (
    <BlockStack gap="200">
      <div className={styles.tags} data-testid="customer-tags">
        {tags.map((tag) => (
          <Tag key={tag} onRemove={() => void remove(tag)}>
            {tag}
          </Tag>
        ))}
        {written === null ? (
          <Button variant="plain" onClick={() => setWritten("")}>
            {t("customer.addTag")}
          </Button>
        ) : null}
      </div>
      {written === null ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <InlineStack gap="200" wrap={false} blockAlign="end">
            <TextField
              label={t("customer.newTag")}
              labelHidden
              placeholder={t("customer.newTag")}
              autoComplete="off"
              autoFocus
              maxLength={LONGEST_TAG}
              value={written}
              onChange={setWritten}
            />
            <Button submit>{t("customer.add")}</Button>
          </InlineStack>
        </form>
      )}
      {failure ? (
        <InlineError fieldID="customer-tags" message={sayRefusal(t, failure, place.store.name)} />
      ) : null}
    </BlockStack>
  );
}
