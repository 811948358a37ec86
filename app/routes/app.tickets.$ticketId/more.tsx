import { useNavigate } from "@remix-run/react";
import { ActionList, Button, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon, PrintIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** What is done to a ticket now and then. */
export function More({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      activator={
        <Button
          icon={MenuHorizontalIcon}
          accessibilityLabel={t("reading.print.more")}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <ActionList
        actionRole="menuitem"
        items={[
          {
            content: t("reading.print.action"),
            icon: PrintIcon,
            onAction: () => navigate(`/app/tickets/${ticketId}/print`),
          },
        ]}
        onActionAnyItem={() => setOpen(false)}
      />
    </Popover>
  );
}
