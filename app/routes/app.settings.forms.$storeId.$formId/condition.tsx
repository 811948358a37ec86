// A question that is put only after certain answers to one above it.
import { BlockStack, ChoiceList, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { FormField } from "../../channels/form/definition.ts";
import { deciding, labelIn, textIn } from "../../channels/form/editing.ts";
import type { PartProps } from "./editor.tsx";

export function Condition(
  props: PartProps & { field: FormField; at: number; onChange: (field: FormField) => void },
) {
  const { t } = useTranslation();
  const { definition, field, at, language, changes, onChange } = props;
  const above = deciding(definition.fields, at);
  const { when } = field;
  const chosen = definition.fields.find(({ id }) => id === when?.field);
  if (!above.length && !when) {
    return (
      <Text as="p" tone="subdued">
        {t("forms.when.nothing")}
      </Text>
    );
  }
  const answers =
    chosen?.kind === "checkbox"
      ? [{ value: "yes", label: t("forms.when.ticked") }]
      : (chosen?.options ?? []).map((option) => ({
          value: option.id,
          label: textIn(option.label, language) || t("forms.unnamed"),
        }));
  return (
    <BlockStack gap="200">
      <Select
        label={t("forms.when.label")}
        options={[
          { value: "", label: t("forms.when.always") },
          ...above.map((one) => ({
            value: one.id,
            label: t("forms.when.depends", { name: labelIn(one, language) || t("forms.unnamed") }),
          })),
        ]}
        value={when?.field ?? ""}
        onChange={(id) => {
          const other = above.find((one) => one.id === id);
          const is = other?.kind === "checkbox" ? ["yes"] : [];
          onChange({ ...field, when: other ? { field: other.id, is } : null });
        }}
        disabled={!changes}
      />
      {when && answers.length ? (
        <ChoiceList
          title={t("forms.when.answers")}
          allowMultiple
          choices={answers.map((answer) => ({ ...answer, disabled: !changes }))}
          selected={when.is}
          onChange={(is) => onChange({ ...field, when: { ...when, is } })}
        />
      ) : null}
    </BlockStack>
  );
}
