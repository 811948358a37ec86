// The three things an owner does about a colleague's access.
import { Button, Modal, ActionList, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ROLES, roleOf, type Role } from "../../team/roles.ts";
import { Popover } from "../../ui/popover.tsx";

/** Choosing a role is giving access: one press less. */
export function GiveAccess(props: { name: string; busy: boolean; onGive: (role: Role) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = (
    <Button
      variant="primary"
      disclosure
      loading={props.busy}
      onClick={() => setOpen((was) => !was)}
      accessibilityLabel={t("team.giveTo", { name: props.name })}
    >
      {t("team.give")}
    </Button>
  );
  return (
    <Popover active={open} activator={button} onClose={() => setOpen(false)} preferredAlignment="right">
      <ActionList
        items={[...ROLES].reverse().map((role) => ({
          content: t(`roles.${role}`),
          helpText: t(`roleHelp.${role}`),
          onAction: () => {
            setOpen(false);
            props.onGive(role);
          },
        }))}
      />
    </Popover>
  );
}

export function RoleChoice(props: {
  name: string;
  role: Role;
  disabled: boolean;
  onChoose: (role: Role) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("team.roleOf", { name: props.name })}
      labelHidden
      value={props.role}
      disabled={props.disabled}
      options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      onChange={(chosen) => {
        const role = roleOf(chosen);
        if (role) props.onChoose(role);
      }}
    />
  );
}

/** Asks first: the person is shut out in the same moment. */
export function RemoveAccess(props: { name: string; disabled: boolean; onRemove: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { name } = props;
  return (
    <>
      <Button
        tone="critical"
        variant="tertiary"
        disabled={props.disabled}
        onClick={() => setAsking(true)}
        accessibilityLabel={t("team.removeOf", { name })}
      >
        {t("team.remove")}
      </Button>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t("team.removeTitle", { name })}
        primaryAction={{
          content: t("team.remove"),
          destructive: true,
          onAction: () => {
            setAsking(false);
            props.onRemove();
          },
        }}
        secondaryActions={[{ content: t("team.cancel"), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t("team.removeText", { name })}</Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
