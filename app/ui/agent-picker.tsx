import { Avatar, Icon } from "@shopify/polaris";
import { XCircleIcon } from "@shopify/polaris-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useAgent } from "./agent.tsx";
import { useDirectory } from "./directory.tsx";
import { Picker } from "./picker.tsx";

const NOBODY = "nobody";

/** Who answers: me first, then nobody, then every colleague by name. */
export function AgentPicker(props: {
  activator: ReactElement;
  open: boolean;
  onClose: () => void;
  /** an Agent id; null: nobody; undefined: several have different ones */
  chosen: string | null | undefined;
  onPick: (agentId: string | null) => void;
}) {
  const { t } = useTranslation();
  const me = useAgent();
  const { agents } = useDirectory();
  const others = agents.filter(({ id }) => id !== me.id);
  const face = (name: string) => (
    <Avatar size="xs" customer={false} name={name} initials={initialsOf(name)} />
  );
  return (
    <Picker
      activator={props.activator}
      open={props.open}
      onClose={props.onClose}
      label={t("state.assign.find")}
      choices={[
        { id: me.id, name: t("state.assign.me", { name: me.name }), look: face(me.name) },
        { id: NOBODY, name: t("state.assign.nobody"), look: <Icon source={XCircleIcon} tone="subdued" /> },
        ...others.map(({ id, name }) => ({ id, name, look: face(name) })),
      ]}
      chosen={props.chosen === undefined ? [] : [props.chosen ?? NOBODY]}
      onPick={(id) => props.onPick(id === NOBODY ? null : id)}
    />
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? "")
    .slice(0, 2)
    .join("")
    .toLocaleUpperCase();
