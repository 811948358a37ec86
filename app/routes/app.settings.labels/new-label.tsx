import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_LABEL, type LabelColor } from "../../tickets/label.ts";
import { ColorChoice } from "../../ui/color-choice.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { LabelRefusal } from "./label-refusal.tsx";

/** A name and a colour; one that is there already is found, not made twice. */
export function NewLabel() {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [color, setColor] = useState<LabelColor>("blue");
  const verb = useVerb();
  const add = async () => {
    if (name.trim() && (await verb.ask("POST", "/app/labels", { name, color }))) setName("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <BlockStack gap="300">
        <TextField
          label={t("state.settings.newName")}
          value={name}
          onChange={setName}
          maxLength={LONGEST_LABEL}
          autoComplete="off"
        />
        <ColorChoice color={color} onChange={setColor} />
        <LabelRefusal failure={verb.failure} />
        <InlineStack>
          <Button submit loading={verb.busy} disabled={!name.trim()}>
            {t("state.settings.add")}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}
