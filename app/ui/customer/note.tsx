import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_NOTE } from "../../customers/edit/limits.ts";
import type { Place } from "./place.ts";
import { sayRefusal } from "./say-refusal.ts";
import { useNote, type NoteState } from "./use-note.ts";
import styles from "./customer.module.css";

/** What staff keep of the customer: read in a few lines, changed on the spot. */
export function Note({ place, note: there }: { place: Place; note: string }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const [saved, setSaved] = useState<string | null>(null);
  const note = useNote(place, there);
  const save = async (over?: string) => {
    const text = note.draft;
    if (!(await note.save(over))) return;
    setSaved(text);
    shopify.toast.show(t("customer.noteSaved"));
  };
  if (note.draft !== null && note.saving === null)
    return <Editor place={place} note={note} onSave={(over) => void save(over)} />;
  // What was saved just now stands until the page hears it from Shopify.
  const shown = note.saving ?? (saved !== null && saved.trim() !== there ? saved : there);
  return (
    <BlockStack gap="100" inlineAlign="start">
      <p className={styles.note} data-empty={!shown} data-testid="customer-note" title={shown}>
        {shown || t("customer.noNote")}
      </p>
      {note.saving === null ? (
        <Button variant="plain" onClick={note.begin}>
          {shown ? t("customer.editNote") : t("customer.addNote")}
        </Button>
      ) : (
        <Text as="span" tone="subdued">
          {t("customer.saving")}
        </Text>
      )}
    </BlockStack>
  );
}

function Editor({ place, note, onSave }: { place: Place; note: NoteState; onSave: (over?: string) => void }) {
  const { t } = useTranslation();
  const { theirs, failure } = note;
  return (
    <BlockStack gap="200">
      <TextField
        label={t("customer.note")}
        labelHidden
        multiline={3}
        autoComplete="off"
        autoFocus
        maxLength={LONGEST_NOTE}
        value={note.draft ?? ""}
        onChange={note.write}
      />
      {failure && theirs === null ? (
        <InlineError fieldID="customer-note" message={sayRefusal(t, failure, place.store.name)} />
      ) : null}
      {theirs === null ? null : (
        <div role="alert" className={styles.theirs}>
          <Text as="p">{t("customer.noteChanged")}</Text>
          <blockquote>{theirs || t("customer.noNote")}</blockquote>
        </div>
      )}
      <InlineStack gap="200">
        <Button variant="primary" onClick={() => onSave(theirs ?? undefined)}>
          {theirs === null ? t("customer.saveNote") : t("customer.saveOver")}
        </Button>
        <Button onClick={note.leave}>
          {theirs === null ? t("customer.cancel") : t("customer.keepTheirs")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
