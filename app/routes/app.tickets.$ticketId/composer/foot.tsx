// The last line of the box: what can be added, whom it goes to, and the button that says what happens.
import { Button } from "@shopify/polaris";
import { ComposeIcon, TextFontIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { RecipientsLine } from "../../../ui/recipients/recipients-line.tsx";
import { AttachButton } from "../../../ui/uploads/attach-button.tsx";
import { Weight } from "../../../ui/uploads/weight.tsx";
import { ChatTools, ChatWho, EnterSends } from "./chat-foot.tsx";
import { DraftState } from "./draft-state.tsx";
import { filesToSend } from "./draft.ts";
import { SendButtons, SleepsUntil } from "./send-buttons.tsx";
import { Shortcut } from "./shortcut.tsx";
import type { Writing } from "./use-writing.ts";
import styles from "./composer.module.css";

interface Fold {
  id: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}

export function Foot({
  ticket,
  writing,
  onMacros,
  onPickTime,
  tools,
  people,
}: {
  ticket: TicketView;
  writing: Writing;
  onMacros: () => void;
  onPickTime: () => void;
  tools: Fold;
  people: Fold;
}) {
  const { t } = useTranslation();
  const { mode, draft, uploads, inChat } = writing;
  return (
    <div className={styles.foot}>
      <div className={styles.small}>
        <Button
          icon={TextFontIcon}
          variant="tertiary"
          pressed={tools.open}
          accessibilityLabel={t("reply.formatting")}
          ariaControls={tools.id}
          ariaExpanded={tools.open}
          onClick={() => tools.onOpen(!tools.open)}
        />
      </div>
      <AttachButton onFiles={uploads.attach} />
      <Button
        icon={ComposeIcon}
        variant="tertiary"
        accessibilityLabel={t("macros.insert")}
        onClick={onMacros}
      />
      {inChat ? <ChatTools ticket={ticket} /> : null}
      <div className={styles.who}>
        {mode === "note" ? (
          <p className={styles.teamOnly}>{t("compose.teamOnly")}</p>
        ) : inChat ? (
          <ChatWho ticket={ticket} />
        ) : (
          <RecipientsLine recipients={writing.recipients} />
        )}
        <Weight mail={{ html: draft.html, files: filesToSend(draft) }} />
        <WaitsFor uploads={uploads} />
        {mode === "reply" && !inChat ? <SleepsUntil /> : null}
        <DraftState ticketId={ticket.id} mode={mode} />
      </div>
      {mode === "note" || inChat ? null : (
        <div className={styles.small}>
          <Button
            variant="tertiary"
            accessibilityLabel={t("recipients.edit")}
            disclosure={people.open ? "down" : "up"}
            ariaControls={people.id}
            ariaExpanded={people.open}
            onClick={() => people.onOpen(!people.open)}
          />
        </div>
      )}
      {inChat ? <EnterSends /> : <Shortcut />}
      <SendButtons writing={writing} onPickTime={onPickTime} />
    </div>
  );
}

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
