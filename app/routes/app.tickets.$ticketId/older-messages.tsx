// Ways to what stands above: the folded middle, and the messages that were not fetched yet.
import { Button, InlineError } from "@shopify/polaris";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Older } from "./use-older.ts";
import styles from "./thread.module.css";

/** The middle of the conversation, until somebody wants it. */
export function Fold(props: { count: number; more: boolean; onUnfold: () => void }) {
  const { t } = useTranslation();
  const { count } = props;
  return (
    <div className={styles.fold} data-testid="fold">
      <Button size="slim" onClick={props.onUnfold}>
        {t(props.more ? "conversation.foldedMore" : "conversation.folded", { count })}
      </Button>
    </div>
  );
}

/** Fetches the page before by a press, and by itself when the reader scrolls up to it. */
export function OlderMessages(props: { older: Older; pane: RefObject<HTMLElement>; settle: () => void }) {
  const { t } = useTranslation();
  const { older, pane, settle } = props;
  const place = useRef<HTMLDivElement>(null);
  const { fetchOlder, failed } = older;
  useEffect(() => {
    const root = pane.current;
    // What could not be fetched is tried again by a press, not by every movement.
    if (!place.current || !root || failed) return;
    let scrolled = false;
    const scroll = () => (scrolled = true);
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (scrolled && entry?.isIntersecting) fetchOlder(settle);
      },
      { root, rootMargin: "300px 0px 0px 0px" },
    );
    observer.observe(place.current);
    root.addEventListener("wheel", scroll, { passive: true });
    root.addEventListener("touchmove", scroll, { passive: true });
    root.addEventListener("keydown", scroll, { passive: true });
    return () => {
      observer.disconnect();
      root.removeEventListener("wheel", scroll);
      root.removeEventListener("touchmove", scroll);
      root.removeEventListener("keydown", scroll);
    };
  }, [pane, fetchOlder, settle, failed]);
  return (
    <div className={styles.fold} ref={place} data-testid="older">
      <Button size="slim" loading={older.fetching} onClick={() => fetchOlder(settle)}>
        {t("conversation.older")}
      </Button>
      {failed ? <InlineError fieldID="older" message={t("conversation.olderFailed")} /> : null}
    </div>
  );
}
