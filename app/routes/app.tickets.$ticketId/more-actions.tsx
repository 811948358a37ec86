// What is done seldom: a menu beside the two things done most.
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { ActionList, Button } from "@shopify/polaris";
import {
  ArchiveIcon,
  DisabledIcon,
  EmailIcon,
  FlagIcon,
  MenuHorizontalIcon,
  MergeIcon,
  PrintIcon,
} from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listPath, listQuery } from "../../tickets/list-query.ts";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useCommands } from "../../ui/commands/registry.ts";
import { BlockSender } from "./block-sender.tsx";
import { useVerbs } from "./controls/verbs.tsx";
import { MergeDialog } from "./merge/merge-dialog.tsx";
import { useOptimistic } from "./use-optimistic.ts";
import { VerbFailed } from "./verb-failed.tsx";
import { Popover } from "../../ui/popover.tsx";

export function MoreActions({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [blocking, setBlocking] = useState(false);
  const [merging, setMerging] = useState(false);
  const spam = useOptimistic(ticket.spam);
  const path = `/app/tickets/${ticket.id}/spam`;
  const sender = writerOf(ticket);

  const restore = () => spam.change(false, "DELETE", path);
  const mark = async () => {
    if (!(await spam.change(true, "POST", path))) return;
    const undo = { action: t("spam.undo"), onAction: () => void restore() };
    shopify.toast.show(t("spam.markedToast", { number: ticket.number }), undo);
  };

  const { now, archive, restore: unarchive, markUnread } = useVerbs();
  const [search] = useSearchParams();
  // Away from it: a ticket that stays on the page would be read again at once.
  const leaveUnread = async () => {
    if ((await markUnread()).ok) navigate(listPath(listQuery(search)));
  };
  useCommands([
    {
      id: "ticket.unread",
      label: t("state.unread"),
      section: "ticket",
      keys: "shift+u",
      run: () => void leaveUnread(),
    },
    spam.value
      ? {
          id: "ticket.spam",
          label: t("spam.restore"),
          section: "ticket",
          keys: "shift+s",
          run: () => void restore(),
        }
      : {
          id: "ticket.spam",
          label: t("spam.mark"),
          section: "ticket",
          keys: "shift+s",
          run: () => void mark(),
        },
    { id: "ticket.merge", label: t("merge.action"), section: "ticket", run: () => setMerging(true) },
  ]);

  const items = [
    { content: t("state.unread"), icon: EmailIcon, onAction: () => void leaveUnread() },
    now.archivedAt
      ? { content: t("state.archive.restore"), icon: ArchiveIcon, onAction: unarchive }
      : { content: t("state.archive.do"), icon: ArchiveIcon, onAction: archive },
    {
      content: t("reading.print.action"),
      icon: PrintIcon,
      onAction: () => navigate(`/app/tickets/${ticket.id}/print`),
    },
    { content: t("merge.action"), icon: MergeIcon, onAction: () => setMerging(true) },
    spam.value
      ? { content: t("spam.restore"), icon: FlagIcon, onAction: () => void restore() }
      : { content: t("spam.mark"), icon: FlagIcon, onAction: () => void mark() },
    ...(sender ? [{ content: t("spam.block"), icon: DisabledIcon, onAction: () => setBlocking(true) }] : []),
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
            accessibilityLabel={t("spam.more")}
            onClick={() => setOpen(!open)}
            ariaExpanded={open}
          />
        }
      >
        <ActionList actionRole="menuitem" items={items} onActionAnyItem={() => setOpen(false)} />
      </Popover>
      {merging ? <MergeDialog ticketId={ticket.id} onClose={() => setMerging(false)} /> : null}
      {sender && blocking ? (
        <BlockSender
          address={sender}
          onDone={() => spam.change(true, "POST", path)}
          onClose={() => setBlocking(false)}
        />
      ) : null}
      <VerbFailed failure={spam.failure} onDismiss={spam.forget} />
    </>
  );
}

/** Who would be blocked: the latest to write, else the ticket's customer. */
const writerOf = (ticket: TicketPage): string | null =>
  ticket.messages.findLast(({ kind, fromAddress }) => kind === "inbound" && fromAddress)?.fromAddress ??
  ticket.customer?.email ??
  null;
