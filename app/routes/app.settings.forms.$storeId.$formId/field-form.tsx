import { Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { hasOptions, LONGEST, type FormField } from "../../channels/form/definition.ts";
import { standardLabel, textIn, written } from "../../channels/form/editing.ts";
import { isAlwaysThere } from "../../channels/form/problems.ts";
import { Condition } from "./condition.tsx";
import type { PartProps } from "./editor.tsx";
import { Options } from "./options.tsx";

/** What can be set of one question. */
export function FieldForm(
  props: PartProps & { field: FormField; at: number; onChange: (field: FormField) => void },
) {
  const { t } = useTranslation();
  const { field, language, changes, onChange } = props;
  const standard = standardLabel(field, language);
  return (
    <FormLayout>
      {isAlwaysThere(field.kind) ? (
        <Text as="p" tone="subdued">
          {t(field.kind === "email" ? "forms.alwaysEmail" : "forms.alwaysMessage")}
        </Text>
      ) : null}
      <TextField
        label={t("forms.label")}
        placeholder={textIn(field.label, language) || standard}
        helpText={standard ? t("forms.labelStandard") : undefined}
        value={field.label[language] ?? ""}
        onChange={(text) => onChange({ ...field, label: written(field.label, language, text) })}
        maxLength={LONGEST.label}
        autoComplete="off"
        readOnly={!changes}
      />
      <TextField
        label={t("forms.help")}
        placeholder={textIn(field.help, language)}
        value={field.help[language] ?? ""}
        onChange={(text) => onChange({ ...field, help: written(field.help, language, text) })}
        maxLength={LONGEST.help}
        autoComplete="off"
        readOnly={!changes}
      />
      {isAlwaysThere(field.kind) ? null : (
        <Checkbox
          label={t("forms.mustAnswer")}
          checked={field.required}
          onChange={(required) => onChange({ ...field, required })}
          disabled={!changes}
        />
      )}
      {hasOptions(field.kind) ? <Options {...props} /> : null}
      {isAlwaysThere(field.kind) ? null : <Condition {...props} />}
    </FormLayout>
  );
}
