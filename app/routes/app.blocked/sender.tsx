import { useTranslation } from "react-i18next";
import type { BlockedSender } from "../../customers/blocked.server.ts";
import { Unblockable } from "./unblockable.tsx";

/** One blocked sender. */
export function Sender({ sender }: { sender: BlockedSender }) {
  const { t } = useTranslation();
  const { value, byName } = sender;
  return (
    <Unblockable
      who={value.startsWith("@") ? t("blocked.everybody", { domain: value.slice(1) }) : value}
      name={value}
      byName={byName}
      path={`/app/blocked/${encodeURIComponent(value)}`}
    />
  );
}
