// The reply box: whom it goes to, what it says, what comes with it.
import { Button } from "@shopify/polaris";
import { TextFontIcon } from "@shopify/polaris-icons";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { RichText } from "../../../ui/editor/rich-text.tsx";
import { RecipientsFields } from "../../../ui/recipients/recipients-fields.tsx";
import { RecipientsLine } from "../../../ui/recipients/recipients-line.tsx";
import { AttachButton } from "../../../ui/uploads/attach-button.tsx";
import { DropZone } from "../../../ui/uploads/drop-zone.tsx";
import { FileChips } from "../../../ui/uploads/file-chips.tsx";
import { Weight } from "../../../ui/uploads/weight.tsx";
import { Below } from "./below.tsx";
import { filesToSend } from "./draft.ts";
import { participantsOf } from "./participants.ts";
import { Refused } from "./refused.tsx";
import { Shortcut } from "./shortcut.tsx";
import { useTaken } from "./taken-back.ts";
import { useReply, type SentReply } from "./use-reply.ts";
import { Voice } from "./voice.tsx";
import styles from "./composer.module.css";

export function Composer(props: {
  ticket: TicketPage;
  seen: string | null;
  onSent: (reply: SentReply) => void;
  /** the thread moved on: show what is new */
  onMovedOn: () => void;
}) {
  const { t } = useTranslation();
  const { ticket } = props;
  const reply = useReply(props);
  const { draft, uploads } = reply;
  const taken = useTaken(ticket.id);
  const known = useMemo(() => participantsOf(ticket), [ticket]);
  const [toolsOpen, setToolsOpen] = useState(false);
  const [peopleOpen, setPeopleOpen] = useState(false);
  const [tools, people] = [useId(), useId()];
  const focusAsked = taken.messageIds.length + useFocusAfter(reply.sent);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void reply.send();
  };
  return (
    <form
      className={styles.composer}
      aria-label={t("reply.label")}
      data-testid="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void reply.send();
      }}
      onKeyDown={onKeyDown}
    >
      <DropZone onFiles={uploads.attach}>
        <div className={styles.parts}>
          <Refused
            failure={reply.failure}
            ticket={ticket}
            onRetry={() => void reply.send()}
            sendable={reply.sendable}
          />
          <Voice taken={taken} sent={reply.sent} />
          <div id={people} className={styles.people} data-open={peopleOpen || reply.unfinished}>
            <RecipientsFields
              key={reply.sent}
              value={reply.recipients}
              onChange={reply.address}
              from={ticket.answer.from}
              known={known}
              onUnfinished={reply.setUnfinished}
            />
          </div>
          <RichText
            label={t("reply.label")}
            placeholder={t("reply.placeholder")}
            value={draft.html}
            onChange={reply.write}
            locked={reply.sending}
            uploads={uploads.uploads}
            startImage={uploads.startImage}
            attach={uploads.attach}
            focusAsked={focusAsked}
            toolsId={tools}
            toolsOpen={toolsOpen}
          />
          <FileChips files={draft.files} uploads={uploads} onRemove={reply.removeFile} />
          <Below answer={ticket.answer} />
          <div className={styles.foot}>
            <div className={styles.small}>
              <Button
                icon={TextFontIcon}
                variant="tertiary"
                pressed={toolsOpen}
                accessibilityLabel={t("reply.formatting")}
                ariaControls={tools}
                ariaExpanded={toolsOpen}
                onClick={() => setToolsOpen(!toolsOpen)}
              />
            </div>
            <AttachButton onFiles={uploads.attach} />
            <div className={styles.who}>
              <RecipientsLine recipients={reply.recipients} />
              <Weight mail={{ html: draft.html, files: filesToSend(draft) }} />
              <WaitsFor uploads={uploads} />
            </div>
            <div className={styles.small}>
              <Button
                variant="tertiary"
                accessibilityLabel={t("recipients.edit")}
                disclosure={peopleOpen ? "down" : "up"}
                ariaControls={people}
                ariaExpanded={peopleOpen}
                onClick={() => setPeopleOpen(!peopleOpen)}
              />
            </div>
            <Shortcut />
            <Button
              variant="primary"
              submit
              loading={reply.sending}
              disabled={!reply.sendable && !reply.sending}
            >
              {t("reply.send")}
            </Button>
          </div>
        </div>
      </DropZone>
    </form>
  );
}

/** The next reply can be typed at once; but on a telephone a keyboard that jumps up is in the way. */
const useFocusAfter = (sent: number): number =>
  typeof window !== "undefined" && matchMedia("(pointer: fine)").matches ? sent : 0;

/** Why Send waits, where files are the reason. */
function WaitsFor({ uploads }: { uploads: { busy: boolean; failed: boolean } }) {
  const { t } = useTranslation();
  if (!uploads.busy && !uploads.failed) return null;
  return (
    <p className={styles.waits} role="status">
      {t(uploads.failed ? "reply.failedFiles" : "reply.waitsForFiles")}
    </p>
  );
}
