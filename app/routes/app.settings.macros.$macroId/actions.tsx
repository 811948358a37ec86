// What using the macro also does to the ticket: chips, and one more at a time.
import { BlockStack, Button, Card, InlineError, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { joined, MOST_ACTIONS, placeOf, SNOOZES, type MacroAction } from "../../tickets/macros/macro.ts";
import { PRIORITIES } from "../../tickets/ticket.ts";
import { useDirectory } from "../../ui/directory.tsx";
import { ActionChips } from "../../ui/macros/action-chips.tsx";
import styles from "./macro.module.css";

const KINDS = ["add-label", "remove-label", "assign", "priority", "department", "snooze", "close"] as const;
type Kind = (typeof KINDS)[number];

export function Actions(props: {
  actions: MacroAction[];
  onChange: (actions: MacroAction[]) => void;
  changes: boolean;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  const { actions, onChange, changes } = props;
  const remove = (gone: MacroAction) => onChange(actions.filter((one) => placeOf(one) !== placeOf(gone)));
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm">
            {t("macros.settings.actions")}
          </Text>
          <Text as="p" tone="subdued">
            {t("macros.settings.actionsHelp")}
          </Text>
        </BlockStack>
        <ActionChips actions={actions} {...(changes ? { onRemove: remove } : {})} />
        {props.error ? <InlineError fieldID="actions" message={props.error} /> : null}
        {changes && actions.length < MOST_ACTIONS ? (
          <AddAction onAdd={(action) => onChange(joined([...actions, action]))} />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function AddAction({ onAdd }: { onAdd: (action: MacroAction) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("add-label");
  const [which, setWhich] = useState("");
  const options = useOptions(kind);
  const chosen = options?.find(({ value }) => value === which) ?? options?.[0];
  return (
    <div className={styles.add}>
      <Select
        label={t("macros.settings.action")}
        options={KINDS.map((one) => ({ value: one, label: t(`macros.settings.kinds.${one}`) }))}
        value={kind}
        onChange={(next) => setKind(KINDS.find((one) => one === next) ?? kind)}
      />
      {options ? (
        <Select
          label={t("macros.settings.which")}
          options={options.length ? options : [{ value: "", label: t("macros.settings.nothingToChoose") }]}
          value={chosen?.value ?? ""}
          onChange={setWhich}
          disabled={!options.length}
        />
      ) : null}
      <Button
        disabled={options !== null && !chosen}
        onClick={() => onAdd(actionOf(kind, chosen?.value ?? ""))}
      >
        {t("macros.settings.addIt")}
      </Button>
    </div>
  );
}

/** What an action of this kind is about; null where there is nothing to choose. */
function useOptions(kind: Kind): { value: string; label: string }[] | null {
  const { t } = useTranslation();
  const { labels, agents, departments } = useDirectory();
  const named = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  switch (kind) {
    case "add-label":
    case "remove-label":
      return named(labels);
    case "assign":
      return [
        { value: "me", label: t("macros.settings.me") },
        { value: "", label: t("macros.settings.nobody") },
        ...named(agents),
      ];
    case "priority":
      return PRIORITIES.map((one) => ({ value: one, label: t(`macros.priorities.${one}`) }));
    case "department":
      return [...named(departments), { value: "", label: t("macros.settings.noDepartment") }];
    case "snooze":
      return SNOOZES.map((hours) => ({ value: String(hours), label: t(`macros.lengths.${hours}`) }));
    case "close":
      return null;
  }
}

function actionOf(kind: Kind, value: string): MacroAction {
  switch (kind) {
    case "add-label":
    case "remove-label":
      return { do: kind, labelId: value };
    case "assign":
      return { do: kind, agentId: value || null };
    case "priority":
      return { do: kind, priority: PRIORITIES.find((one) => one === value) ?? "normal" };
    case "department":
      return { do: kind, departmentId: value || null };
    case "snooze":
      return { do: kind, hours: Number(value) };
    case "close":
      return { do: kind };
  }
}
