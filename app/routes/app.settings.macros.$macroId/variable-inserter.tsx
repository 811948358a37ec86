import { Button, Select, TextField, BlockStack, Box } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { VARIABLES, writeVariable, type Variable } from "../../tickets/variables.ts";
import { Popover } from "../../ui/popover.tsx";

/** Puts a variable where the cursor is, with what to write when there is nothing to put in. */
export function VariableInserter({ onInsert }: { onInsert: (written: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [variable, setVariable] = useState<Variable>("customer.first_name");
  const [fallback, setFallback] = useState("");
  const insert = () => {
    setOpen(false);
    setFallback("");
    // After the popover has given the focus back.
    setTimeout(() => onInsert(writeVariable(variable, fallback.trim())));
  };
  return (
    <div>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        activator={
          <Button disclosure onClick={() => setOpen(!open)} size="slim">
            {t("macros.settings.insertVariable")}
          </Button>
        }
      >
        <Box padding="300" minWidth="280px">
          <BlockStack gap="300">
            <Select
              label={t("macros.settings.variable")}
              options={VARIABLES.map((one) => ({ value: one, label: t(`variables.names.${one}`) }))}
              value={variable}
              onChange={(chosen) => setVariable(VARIABLES.find((one) => one === chosen) ?? variable)}
            />
            <TextField
              label={t("macros.settings.fallback")}
              helpText={t("macros.settings.fallbackHelp")}
              value={fallback}
              onChange={setFallback}
              maxLength={200}
              autoComplete="off"
            />
            <Button onClick={insert}>{t("macros.settings.insertIt")}</Button>
          </BlockStack>
        </Box>
      </Popover>
    </div>
  );
}
