// The questions in their order: opened to be changed, moved by buttons or by Alt and the arrow keys.
import { BlockStack, Button, Card, Select, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { KINDS, type FormField } from "../../channels/form/definition.ts";
import { addable, freshId, moved, withField } from "../../channels/form/editing.ts";
import type { FormProblem } from "../../channels/form/problems.ts";
import type { PartProps } from "./editor.tsx";
import { FieldRow } from "./field-row.tsx";
import styles from "./editor.module.css";

export function Fields(props: PartProps & { problems: FormProblem[] }) {
  const { t } = useTranslation();
  const { definition, change, changes, problems } = props;
  const { fields } = definition;
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [said, say] = useState("");
  const set = (next: FormField[]) => change({ ...definition, fields: next });
  const wrong = problems.find((one) => "field" in one);
  const wrongField = wrong && "field" in wrong ? wrong.field : null;
  useEffect(() => {
    if (wrongField) setOpen(wrongField);
  }, [wrongField]);
  const move = (at: number, by: number) => {
    set(moved(fields, at, by));
    say(t("forms.movedTo", { place: Math.min(fields.length, Math.max(1, at + by + 1)) }));
  };
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("forms.fields")}
          </Text>
          <Text as="p" tone="subdued">
            {t("forms.fieldsHelp")}
          </Text>
        </BlockStack>
        <ul className={styles.fields} ref={list} data-testid="form-fields">
          {fields.map((field, at) => (
            <FieldRow
              key={`${field.id}-${field.kind}`}
              {...props}
              field={field}
              at={at}
              open={open === field.id}
              onOpen={() => setOpen(open === field.id ? null : field.id)}
              onMove={(by) => move(at, by)}
              onChange={(next) => set(fields.map((one, index) => (index === at ? next : one)))}
              onRemove={() => set(fields.filter((_, index) => index !== at))}
              problem={problems.find((one) => "field" in one && one.field === field.id)}
            />
          ))}
        </ul>
        <p role="status" className={styles.hidden}>
          {said}
        </p>
        {changes ? (
          <Add
            {...props}
            onAdd={(kind) => {
              const id = freshId(fields.map((field) => field.id));
              const next = withField(definition, kind, id);
              change(next);
              setOpen(next.fields.find((one) => !fields.includes(one))?.id ?? null);
            }}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Add({ definition, onAdd }: PartProps & { onAdd: (kind: FormField["kind"]) => void }) {
  const { t } = useTranslation();
  const kinds = addable(definition, KINDS);
  const [chosen, setChosen] = useState("text");
  const kind = kinds.find((one) => one === chosen) ?? kinds[0];
  if (!kind) return <Text as="p">{t("forms.noMoreFields")}</Text>;
  return (
    <div className={styles.add}>
      <Select
        label={t("forms.add")}
        options={kinds.map((one) => ({ value: one, label: t(`forms.kinds.${one}`) }))}
        value={kind}
        onChange={setChosen}
      />
      <Button onClick={() => onAdd(kind)}>{t("forms.addIt")}</Button>
    </div>
  );
}
