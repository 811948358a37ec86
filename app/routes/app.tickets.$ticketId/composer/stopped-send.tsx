// Send was stopped: somebody has written meanwhile. What they wrote stands here, and nothing goes out unread.
import { Banner, Button, Icon } from "@shopify/polaris";
import { LockIcon } from "@shopify/polaris-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TimeOfDay } from "../../../ui/moment.tsx";
import type { Stopped } from "./use-send.ts";
import styles from "./composer.module.css";

export function StoppedSend({
  stopped,
  onSend,
  onKeepWriting,
}: {
  stopped: Stopped;
  onSend: () => Promise<void>;
  onKeepWriting: () => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const { news } = stopped;
  const by = news.at(-1)?.by ?? t("message.customer");
  return (
    <div ref={box} role="alert" tabIndex={-1} data-testid="send-refused" data-error="thread-moved-on">
      <Banner
        tone="warning"
        title={stopped.merged ? t("compose.stopped.titleMerged") : t("compose.stopped.title", { name: by })}
      >
        <ol className={styles.news}>
          {stopped.more ? <li className={styles.hint}>{t("compose.stopped.more")}</li> : null}
          {news.map((one) => (
            <li key={one.id} className={styles.newsItem} data-kind={one.kind} data-testid="stopped-news">
              <p className={styles.newsBy}>
                {one.kind === "note" ? (
                  <span className={styles.lock}>
                    <Icon source={LockIcon} accessibilityLabel={t("message.note")} />
                  </span>
                ) : null}
                <strong>{one.by ?? t("message.customer")}</strong> · <TimeOfDay at={one.at} />
              </p>
              <p className={styles.newsText}>{one.text || t("message.empty")}</p>
            </li>
          ))}
        </ol>
        <div className={styles.choices}>
          <Button onClick={() => void onSend()}>{t("compose.stopped.sendAnyway")}</Button>
          <Button variant="tertiary" onClick={onKeepWriting}>
            {t("compose.stopped.keepWriting")}
          </Button>
        </div>
      </Banner>
    </div>
  );
}
