import { ActionList, Button, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ACTIONS, type ActionKind } from "../../../orders/actions/kinds.ts";
import { useCommands } from "../../../ui/commands/registry.ts";
import { OrderSheet } from "./order-sheet.tsx";

/** What can be done to an order. What can't be done now says why when it is asked for. */
export function OrderMenu({
  ticket,
  order,
  onDone,
}: {
  ticket: { id: string; store: { name: string } };
  /** `id`: gid or number; `name`: "#2188" */
  order: { id: string; name: string };
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState<ActionKind | null>(null);
  useCommands(
    ACTIONS.map((kind) => ({
      id: `order.${order.id}.${kind}`,
      label: t("orderActions.command", { action: t(`orderActions.actions.${kind}`), order: order.name }),
      section: "ticket",
      run: () => setDoing(kind),
    })),
  );
  return (
    <>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button
            size="micro"
            variant="tertiary"
            icon={MenuHorizontalIcon}
            accessibilityLabel={t("orderActions.open", { order: order.name })}
            ariaExpanded={open}
            onClick={() => setOpen(!open)}
          />
        }
      >
        <ActionList
          actionRole="menuitem"
          items={ACTIONS.map((kind) => ({
            content: t(`orderActions.actions.${kind}`),
            destructive: kind === "cancel",
            onAction: () => setDoing(kind),
          }))}
          onActionAnyItem={() => setOpen(false)}
        />
      </Popover>
      {doing ? (
        <OrderSheet
          kind={doing}
          ticket={ticket}
          orderId={order.id.slice(order.id.lastIndexOf("/") + 1)}
          orderName={order.name}
          onDone={onDone}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </>
  );
}
