import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BlockedVisitor } from "../../tickets/chat/blocked-visitors.server.ts";
import { Unblockable } from "./unblockable.tsx";

/** One blocked visitor of a chat: known by what they called themselves, and by the ticket they last chatted in. */
export function Visitor({ visitor }: { visitor: BlockedVisitor }) {
  const { t } = useTranslation();
  const { name, email, number, ticketId, byName } = visitor;
  const called = name ?? email;
  return (
    <Unblockable
      who={
        <>
          {called ? t("blocked.visitor", { name: called }) : t("blocked.someone")}{" "}
          <Link to={`/app/tickets/${ticketId}`}>{number}</Link>
        </>
      }
      name={called ?? t("chat.someone")}
      byName={byName}
      path={`/app/tickets/${ticketId}/chat/block`}
    />
  );
}
