// The one primary button says what happens; beside a reply's, what else can happen with it. The last choice is kept.
import { Button, ButtonGroup } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { snoozesAt } from "../../../tickets/snooze.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatComing } from "../../../ui/dates.ts";
import { useStore } from "../../../ui/store.ts";
import type { After } from "./after.ts";
import { afterOf, lastChoice, STAYS_OPEN } from "./last-choice.ts";
import { SendMenu } from "./send-menu.tsx";
import type { Writing } from "./use-writing.ts";
import styles from "./composer.module.css";

interface Sends {
  writing: Writing;
  onPickTime: () => void;
}

export function SendButtons({ writing, onPickTime }: Sends) {
  if (writing.mode !== "reply" || writing.inChat) return <Plain writing={writing} />;
  return <ReplyButtons writing={writing} onPickTime={onPickTime} />;
}

function Plain({ writing }: { writing: Writing }) {
  const { t } = useTranslation();
  const { mode, sending, sendable } = writing;
  return (
    <Button variant="primary" submit loading={sending} disabled={!sendable && !sending}>
      {t(`compose.do.${mode}`)}
    </Button>
  );
}

function ReplyButtons({ writing, onPickTime }: Sends) {
  const { t } = useTranslation();
  const { sending, sendable, send } = writing;
  const after = useAfter();
  const disabled = !sendable && !sending;
  return (
    <ButtonGroup variant="segmented">
      <Button variant="primary" loading={sending} disabled={disabled} onClick={() => void send(after)}>
        {t(after.then ? `compose.after.${after.then}` : "compose.do.reply")}
      </Button>
      <SendMenu disabled={disabled} onSend={(chosen) => void send(chosen)} onPickTime={onPickTime} />
    </ButtonGroup>
  );
}

/** Until when the ticket is put aside with Send, where that is what Send does. */
export function SleepsUntil() {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const after = useAfter();
  if (after.then !== "snooze") return null;
  const until = formatComing(new Date(after.until), now, reader);
  return <p className={styles.hint}>{t("compose.after.until", { until })}</p>;
}

/** What Send does with the ticket, unless something else is chosen. */
function useAfter(): After {
  const { now, reader } = useClock();
  const choice = useStore(lastChoice, STAYS_OPEN);
  return afterOf(choice, snoozesAt(now, reader.timeZone));
}
