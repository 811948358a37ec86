// What an agent can do with a customer beside a ticket, or on their page.
import { useNavigate } from "@remix-run/react";
import { ActionList, Button } from "@shopify/polaris";
import { EmailIcon, MenuHorizontalIcon, MergeIcon, PersonIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { Popover } from "../popover.tsx";
import { Addresses } from "./addresses.tsx";
import { MergeCustomersDialog } from "./merge/merge-customers-dialog.tsx";
import styles from "./who.module.css";

export function CustomerMenu({ customerId, onPage = false }: { customerId: string; onPage?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<"addresses" | "merge" | null>(null);
  const show = (what: "addresses" | "merge") => {
    setOpen(false);
    setShown(what);
  };
  const close = () => setShown(null);
  const merge = { content: t("who.merge.action"), icon: MergeIcon, onAction: () => show("merge") };
  const items = onPage
    ? [merge]
    : [
        {
          content: t("who.open"),
          icon: PersonIcon,
          onAction: () => navigate(`/app/customers/${customerId}`),
        },
        { content: t("who.addresses.manage"), icon: EmailIcon, onAction: () => show("addresses") },
        merge,
      ];
  return (
    <>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        activator={
          <Button
            icon={MenuHorizontalIcon}
            variant="tertiary"
            accessibilityLabel={t("who.more")}
            onClick={() => setOpen(!open)}
          />
        }
      >
        <ActionList actionRole="menuitem" items={items} />
      </Popover>
      {shown === "addresses" ? (
        <Dialog title={t("who.addresses.title")} onClose={close}>
          <div className={styles.dialog} data-testid="addresses-dialog">
            <Addresses customerId={customerId} />
          </div>
        </Dialog>
      ) : null}
      {shown === "merge" ? <MergeCustomersDialog customerId={customerId} onClose={close} /> : null}
    </>
  );
}
