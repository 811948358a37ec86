// What is being done to many tickets right now, and by whom: those who may can stop it.
import { Button, InlineError } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RunningBulk } from "../../tickets/bulk/running.server.ts";
import { useLive } from "../../ui/live/live.tsx";
import { Age } from "../../ui/moment.tsx";
import { callVerb } from "../../ui/verb.ts";
import styles from "./notifications.module.css";

export function Running({ bulks }: { bulks: RunningBulk[] }) {
  const { t } = useTranslation();
  if (!bulks.length) return null;
  return (
    <section aria-label={t("bulk.running")}>
      <ul className={styles.items} data-testid="running-bulks">
        {bulks.map((bulk) => (
          <RunningRow key={bulk.id} bulk={bulk} />
        ))}
      </ul>
    </section>
  );
}

function RunningRow({ bulk }: { bulk: RunningBulk }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const [stopping, setStopping] = useState(false);
  const [failed, setFailed] = useState(false);
  const { id, total, done } = bulk;
  const action = t(`bulk.action.${bulk.action}`);
  const stop = async () => {
    setStopping(true);
    const result = await callVerb("POST", `/app/bulk/${id}/stop`);
    setFailed(!result.ok);
    setStopping(false);
    refresh();
  };
  return (
    <li className={styles.line}>
      <span className={styles.top}>
        <span className={styles.what} id={`bulk-${id}`}>
          {t("bulk.doing", { action, done, count: total })}
        </span>
        <Age at={bulk.createdAt} className={styles.age} />
        <Button
          size="slim"
          loading={stopping}
          onClick={() => void stop()}
          accessibilityLabel={t("bulk.stopOf", { action, name: bulk.agentName })}
        >
          {t("bulk.stop")}
        </Button>
      </span>
      <span className={styles.about}>{t("bell.by", { name: bulk.agentName })}</span>
      {failed ? <InlineError fieldID={`bulk-${id}`} message={t("bulk.stopFailed")} /> : null}
    </li>
  );
}
