// What is done seldom to a chat: ending it, which asks first, and hearing nothing more from its visitor.
import { ActionList, Button, Modal, Text } from "@shopify/polaris";
import { DisabledIcon, ExitIcon, MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownChat } from "../../../tickets/chat/shown-chat.ts";
import { useCommands } from "../../../ui/commands/registry.ts";
import { Popover } from "../../../ui/popover.tsx";
import type { ChatVerbs } from "./use-chat-verbs.ts";

export function ChatMenu({ chat, verbs, live }: { chat: ShownChat; verbs: ChatVerbs; live: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const { blocked } = verbs;
  useCommands([
    ...(live
      ? [{ id: "chat.end", label: t("chat.end.do"), section: "ticket" as const, run: () => setEnding(true) }]
      : []),
    ...(live && verbs.state === "waiting"
      ? [{ id: "chat.accept", label: t("chat.accept"), section: "ticket" as const, run: verbs.accept }]
      : []),
    blocked
      ? { id: "chat.block", label: t("chat.block.undo"), section: "ticket", run: verbs.unblock }
      : { id: "chat.block", label: t("chat.block.do"), section: "ticket", run: verbs.block },
  ]);
  const items = [
    ...(live ? [{ content: t("chat.end.do"), icon: ExitIcon, onAction: () => setEnding(true) }] : []),
    blocked
      ? { content: t("chat.block.undo"), icon: DisabledIcon, onAction: verbs.unblock }
      : { content: t("chat.block.do"), icon: DisabledIcon, destructive: true, onAction: verbs.block },
  ];
  const name = chat.visitor.name ?? t("chat.visitor");
  return (
    <>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        activator={
          <Button
            icon={MenuHorizontalIcon}
            accessibilityLabel={t("chat.more")}
            onClick={() => setOpen(!open)}
            ariaExpanded={open}
          />
        }
      >
        <ActionList actionRole="menuitem" items={items} onActionAnyItem={() => setOpen(false)} />
      </Popover>
      {ending ? (
        <Modal
          open
          onClose={() => setEnding(false)}
          title={t("chat.end.title", { name })}
          primaryAction={{
            content: t("chat.end.do"),
            destructive: true,
            onAction: () => {
              setEnding(false);
              verbs.end();
            },
          }}
          secondaryActions={[{ content: t("spam.cancel"), onAction: () => setEnding(false) }]}
        >
          <Modal.Section>
            <Text as="p">{t("chat.end.text")}</Text>
          </Modal.Section>
        </Modal>
      ) : null}
    </>
  );
}
