// What an agent writes on a ticket: an answer, a note for the team, or something passed on. Each is kept by itself.
import { memo, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { useCommands } from "../../../ui/commands/registry.ts";
import { useStore } from "../../../ui/store.ts";
import { modeOf, REPLY, startWriting } from "./mode.ts";
import { ModeTabs } from "./mode-tabs.tsx";
import type { SentMessage } from "./sent.ts";
import { useKeptDrafts } from "./use-kept.ts";
import { WritingBox } from "./writing-box.tsx";
import styles from "./composer.module.css";

export interface ComposerProps {
  ticket: TicketView;
  seen: string | null;
  /** the ticket this page showed until it was merged into this one */
  cameFrom: string | null;
  onSent: (message: SentMessage) => void;
  /** sent, and the ticket closed or put aside with it */
  onDone: () => void;
  /** the thread moved on: show what is new */
  onMovedOn: () => void;
  /** Escape: back to the conversation */
  onLeave: () => void;
  /** with every letter: must cost nothing */
  onTyping?: () => void;
}

export const Composer = memo(function Composer(props: ComposerProps) {
  const { t } = useTranslation();
  const { id } = props.ticket;
  const chosen = useStore(modeOf(id), REPLY);
  // What was asked for when the ticket was open before is not asked for again.
  const before = useRef(chosen.asked);
  const asked = chosen.asked - before.current;
  const panel = useId();
  useKeptDrafts(props.ticket);
  useCommands([
    {
      id: "write.reply",
      section: "write",
      keys: "r",
      label: t("compose.replyDo"),
      run: () => startWriting(id, "reply"),
    },
    {
      id: "write.note",
      section: "write",
      keys: "n",
      label: t("compose.noteDo"),
      run: () => startWriting(id, "note"),
    },
    {
      id: "write.forward",
      section: "write",
      keys: "f",
      label: t("compose.forwardDo"),
      run: () => startWriting(id, "forward"),
    },
  ]);
  return (
    <section className={styles.composer} data-mode={chosen.mode} data-testid="composer">
      <ModeTabs ticketId={id} mode={chosen.mode} panel={panel} />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${chosen.mode}`}>
        <WritingBox key={chosen.mode} {...props} mode={chosen.mode} asked={asked} />
      </div>
    </section>
  );
});
