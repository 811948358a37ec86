// Tickets that became one, or two, or are what they were again: a line with a way there and a way back.
import { Link } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ThreadEvent } from "../../../tickets/thread.server.ts";
import { TimeOfDay } from "../../../ui/moment.tsx";
import { useUndoMerge } from "./use-undo-merge.ts";
import styles from "../thread.module.css";

export function MergeLine({ event }: { event: ThreadEvent }) {
  const { t } = useTranslation();
  const undo = useUndoMerge();
  const { type, actorName, data } = event;
  const numbers = { from: Number(data.from), into: Number(data.into) };
  const text =
    type === "merged"
      ? t("merge.merged", numbers)
      : type === "split"
        ? t("merge.wasSplit", numbers)
        : t("merge.unmerged", numbers);
  const mergeId = typeof data.mergeId === "string" ? data.mergeId : null;
  const other = typeof data.intoId === "string" && type !== "merged" ? data.intoId : null;
  return (
    <p className={styles.event} data-testid="thread-event" data-event={type}>
      {actorName ? `${actorName}: ` : null}
      {text} · <TimeOfDay at={event.createdAt} />
      {other ? (
        <>
          {" · "}
          <Link to={`/app/tickets/${other}`}>{t("merge.show")}</Link>
        </>
      ) : null}
      {mergeId && type !== "unmerged" ? (
        <>
          {" · "}
          <Button variant="plain" size="micro" onClick={() => void undo(mergeId)}>
            {t("merge.undo")}
          </Button>
        </>
      ) : null}
    </p>
  );
}
