import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_LABEL } from "../../tickets/label.ts";
import type { ListedLabel } from "../../tickets/label-list.server.ts";
import { ColorChoice } from "../../ui/color-choice.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { LabelRefusal } from "./label-refusal.tsx";
import styles from "./labels.module.css";

/** Another name, another colour. */
export function EditLabel({ label, onClose }: { label: ListedLabel; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(label.name);
  const [color, setColor] = useState(label.color);
  const verb = useVerb();
  const save = async () => {
    if (await verb.ask("POST", `/app/labels/${label.id}`, { name, color })) onClose();
  };
  return (
    <li className={styles.row}>
      <form
        className={styles.edit}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <BlockStack gap="300">
          <TextField
            label={t("state.settings.name")}
            value={name}
            onChange={setName}
            maxLength={LONGEST_LABEL}
            autoComplete="off"
            autoFocus
          />
          <ColorChoice color={color} onChange={setColor} />
          <LabelRefusal failure={verb.failure} />
          <InlineStack gap="200">
            <Button submit variant="primary" loading={verb.busy} disabled={!name.trim()}>
              {t("state.settings.save")}
            </Button>
            <Button onClick={onClose}>{t("state.cancel")}</Button>
          </InlineStack>
        </BlockStack>
      </form>
    </li>
  );
}
