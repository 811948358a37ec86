import { ActionList, Button } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Popover } from "../../ui/popover.tsx";

/** What else can be done with a day's hours. */
export function DayMenu({ day, items }: { day: string; items: { content: string; onAction: () => void }[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      active={open}
      activator={
        <Button
          icon={MenuHorizontalIcon}
          variant="tertiary"
          accessibilityLabel={t("hoursSettings.more", { day })}
          onClick={() => setOpen(!open)}
        />
      }
      onClose={() => setOpen(false)}
      preferredAlignment="right"
    >
      <ActionList
        items={items.map(({ content, onAction }) => ({
          content,
          onAction: () => {
            setOpen(false);
            onAction();
          },
        }))}
      />
    </Popover>
  );
}
