// The answers a question offers; for topics also what choosing one does to the ticket.
import { BlockStack, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { LONGEST, MOST_OPTIONS, type FieldOption, type FormField } from "../../channels/form/definition.ts";
import { emptyOption, freshId, moved, textIn, written } from "../../channels/form/editing.ts";
import { PRIORITIES } from "../../tickets/ticket.ts";
import { useDirectory } from "../../ui/directory.tsx";
import type { PartProps } from "./editor.tsx";
import styles from "./editor.module.css";

export function Options(props: PartProps & { field: FormField; onChange: (field: FormField) => void }) {
  const { t } = useTranslation();
  const { field, language, changes, onChange } = props;
  const { options } = field;
  const { stores } = useDirectory();
  const set = (next: FieldOption[]) => onChange({ ...field, options: next });
  const add = () => set([...options, emptyOption(freshId(options.map(({ id }) => id)))]);
  const listStores = () =>
    set(
      stores
        .slice(0, MOST_OPTIONS)
        .map(({ name }, at) => ({ ...emptyOption(`s${at + 1}`), label: { [props.own]: name } })),
    );
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t("forms.options")}
      </Text>
      <ul className={styles.options}>
        {options.map((option, at) => (
          <li key={option.id} className={styles.option}>
            <div className={styles.optionHead}>
              <TextField
                label={t("forms.option", { place: at + 1 })}
                labelHidden
                placeholder={textIn(option.label, language) || t("forms.option", { place: at + 1 })}
                value={option.label[language] ?? ""}
                onChange={(text) =>
                  set(
                    options.map((one) =>
                      one === option ? { ...one, label: written(one.label, language, text) } : one,
                    ),
                  )
                }
                maxLength={LONGEST.label}
                autoComplete="off"
                readOnly={!changes}
              />
              {changes ? (
                <InlineStack wrap={false}>
                  <Button
                    variant="tertiary"
                    icon={ArrowUpIcon}
                    disabled={at === 0}
                    onClick={() => set(moved(options, at, -1))}
                    accessibilityLabel={t("forms.up", { name: textIn(option.label, language) })}
                  />
                  <Button
                    variant="tertiary"
                    icon={ArrowDownIcon}
                    disabled={at === options.length - 1}
                    onClick={() => set(moved(options, at, 1))}
                    accessibilityLabel={t("forms.down", { name: textIn(option.label, language) })}
                  />
                  <Button
                    variant="tertiary"
                    icon={DeleteIcon}
                    onClick={() => set(options.filter((one) => one !== option))}
                    accessibilityLabel={t("forms.remove", { name: textIn(option.label, language) })}
                  />
                </InlineStack>
              ) : null}
            </div>
            {field.kind === "topic" ? (
              <Route
                option={option}
                changes={changes}
                onChange={(next) => set(options.map((one) => (one === option ? next : one)))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {changes ? (
        <InlineStack gap="200">
          <Button onClick={add} disabled={options.length >= MOST_OPTIONS}>
            {t("forms.addOption")}
          </Button>
          {field.kind === "store" && stores.length > 1 ? (
            <Button onClick={listStores}>{t("forms.listStores")}</Button>
          ) : null}
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

/** What a ticket about this topic gets at once. */
function Route(props: { option: FieldOption; changes: boolean; onChange: (option: FieldOption) => void }) {
  const { t } = useTranslation();
  const { option, changes, onChange } = props;
  const { departments, labels } = useDirectory();
  const choices = (list: { id: string; name: string }[], none: string) => [
    { value: "", label: none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={styles.route}>
      {departments.length ? (
        <Select
          label={t("forms.route.department")}
          options={choices(departments, t("forms.route.noDepartment"))}
          value={option.departmentId ?? ""}
          onChange={(id) => onChange({ ...option, departmentId: id || null })}
          disabled={!changes}
        />
      ) : null}
      {labels.length ? (
        <Select
          label={t("forms.route.label")}
          options={choices(labels, t("forms.route.noLabel"))}
          value={option.labelId ?? ""}
          onChange={(id) => onChange({ ...option, labelId: id || null })}
          disabled={!changes}
        />
      ) : null}
      <Select
        label={t("forms.route.priority")}
        options={[
          { value: "", label: t("forms.route.noPriority") },
          ...PRIORITIES.map((one) => ({ value: one, label: t(`state.priority.${one}`) })),
        ]}
        value={option.priority ?? ""}
        onChange={(next) => onChange({ ...option, priority: PRIORITIES.find((one) => one === next) ?? null })}
        disabled={!changes}
      />
    </div>
  );
}
