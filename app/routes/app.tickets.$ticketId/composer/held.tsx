// A reply that has not left yet: how long it waits, and a way to take it back, where it stands in the thread.
import { Button } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";
import type { TakenBack } from "./draft.ts";
import { putBack, recallSent } from "./taken-back.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

export function Held(props: {
  ticketId: string;
  messageId: string;
  holdUntil: string;
  /** only who wrote it may take it back */
  mine: boolean;
}) {
  const { t } = useTranslation();
  const { ticketId, messageId } = props;
  const { refresh } = useLive();
  const seconds = useSecondsUntil(props.holdUntil);
  const [state, setState] = useState<"waits" | "undoing" | "too-late" | "failed">("waits");
  const box = useRef<HTMLSpanElement>(null);
  const undo = async () => {
    setState("undoing");
    const path = `/app/tickets/${ticketId}/messages/${messageId}`;
    const result = await callVerb<TakenBack>("DELETE", path);
    // It was taken back before, and only the answer to that got lost.
    const own = !result.ok && result.error === "not-found" ? recallSent(messageId) : undefined;
    const back = result.ok ? result.data : own;
    if (back) putBack(ticketId, messageId, back);
    else setState(!result.ok && result.error === "network" ? "failed" : "too-late");
    refresh();
  };
  const waits = state === "undoing" || (state === "waits" && seconds > 0);
  const offered = props.mine && (waits || state === "failed");
  useEffect(() => {
    // The button goes; whoever stood on it stays in the thread.
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) element.closest<HTMLElement>("section")?.focus();
    };
  }, [offered]);
  return (
    <>
      {state === "waits" ? (
        <span data-testid="held">
          {seconds > 0 ? t("hold.countdown", { seconds }) : t("delivery.sending")}
        </span>
      ) : (
        <span role="alert">{t(WORDS[state])}</span>
      )}
      {offered ? (
        <span ref={box}>
          <Button size="micro" onClick={() => void undo()} disabled={state === "undoing"}>
            {t("hold.undo")}
          </Button>
        </span>
      ) : null}
    </>
  );
}

const WORDS = { undoing: "hold.undoing", "too-late": "hold.tooLate", failed: "hold.failed" } as const;
