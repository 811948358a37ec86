// What is being done to many tickets, or was: how far, what could not be done and why, and Undo.
import { Link } from "@remix-run/react";
import { Button, ProgressBar } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isBusy, MOST_TICKETS, type BulkProgress } from "../../../tickets/bulk/action.ts";
import type { useBulk } from "./use-bulk.ts";
import styles from "./bulk.module.css";

export function BulkResult({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { t } = useTranslation();
  const { progress, pending, failure } = bulk;
  const [open, setOpen] = useState(false);
  if (!progress && !pending && !failure) return null;
  const busy = pending !== null || (progress !== null && isBusy(progress.state));
  const mayUndo = progress && progress.counts.done > 0 && progress.state === "done";
  return (
    <section
      className={styles.result}
      aria-label={t("bulk.result")}
      data-testid="bulk-result"
      data-state={progress?.state}
    >
      <div className={styles.line}>
        <p role="status" className={styles.said}>
          {failure ? (
            t("bulk.failed")
          ) : pending ? (
            `${t(`bulk.action.${pending.name}`)} …`
          ) : progress ? (
            <Said progress={progress} />
          ) : null}
        </p>
        <span className={styles.right}>
          {busy && progress && progress.state !== "undoing" ? (
            <Button variant="plain" onClick={() => void bulk.stop()}>
              {t("bulk.stop")}
            </Button>
          ) : null}
          {mayUndo ? (
            <Button variant="plain" onClick={() => void bulk.undo()}>
              {t("bulk.undo")}
            </Button>
          ) : null}
          {busy ? null : (
            <Button
              icon={XIcon}
              variant="tertiary"
              accessibilityLabel={t("bulk.dismiss")}
              onClick={bulk.dismiss}
            />
          )}
        </span>
      </div>
      {busy && progress ? (
        <ProgressBar
          size="small"
          animated={false}
          progress={percent(progress)}
          ariaLabelledBy="bulk-progress"
        />
      ) : null}
      <span id="bulk-progress" className={styles.unseen}>
        {t("bulk.result")}
      </span>
      {progress?.troubles.length ? (
        <>
          <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open}>
            {t("bulk.why")}
          </Button>
          {open ? <Troubles troubles={progress.troubles} /> : null}
        </>
      ) : null}
    </section>
  );
}

function Said({ progress }: { progress: BulkProgress }) {
  const { t } = useTranslation();
  const { state, counts, total, capped } = progress;
  const action = t(`bulk.action.${progress.action.name}`);
  if (state === "undoing") return <>{t("bulk.undoing", { action, count: counts.done })}</>;
  if (isBusy(state)) return <>{t("bulk.doing", { action, done: total - counts.waiting, count: total })}</>;
  const left = counts.failed + counts.kept;
  return (
    <>
      {state === "undone"
        ? t("bulk.undone", { action, count: counts.undone })
        : t("bulk.done", { action, count: counts.done })}
      {counts.unchanged ? ` ${t("bulk.unchanged", { count: counts.unchanged })}` : null}
      {left ? ` ${t(state === "undone" ? "bulk.kept" : "bulk.notDone", { count: left })}` : null}
      {capped ? ` ${t("bulk.capped", { count: MOST_TICKETS })}` : null}
    </>
  );
}

/** How much is done; while it is undone, how much is left. */
const percent = ({ state, counts, total }: BulkProgress): number =>
  Math.round((100 * (total - (state === "undoing" ? counts.done : counts.waiting))) / Math.max(1, total));

const REASONS = [
  "gone",
  "merged",
  "changed",
  "wrote-since",
  "too-many",
  "other-store",
  "already-merged",
  "merged-further",
] as const;

function Troubles({ troubles }: { troubles: BulkProgress["troubles"] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.troubles} data-testid="bulk-troubles">
      {troubles.map(({ ticketId, number, reason }) => (
        <li key={ticketId}>
          {number ? <Link to={`/app/tickets/${ticketId}`}>{number}</Link> : t("bulk.aTicket")}:{" "}
          {t(`bulk.reason.${REASONS.find((one) => one === reason) ?? "failed"}`)}
        </li>
      ))}
    </ul>
  );
}
