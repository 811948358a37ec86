// The box of one mode: whom it goes to, what it says, what comes with it, and how it gets away.
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import { RichText } from "../../../ui/editor/rich-text.tsx";
import { ActionChips } from "../../../ui/macros/action-chips.tsx";
import { useMacroWriting } from "../../../ui/macros/use-macro-writing.tsx";
import { VariablesLeft } from "../../../ui/macros/variables-left.tsx";
import { useMentions } from "../../../ui/mentions/use-mentions.tsx";
import { PickTime } from "../../../ui/pick-time.tsx";
import { RecipientsFields } from "../../../ui/recipients/recipients-fields.tsx";
import { DropZone } from "../../../ui/uploads/drop-zone.tsx";
import { FileChips } from "../../../ui/uploads/file-chips.tsx";
import { Picked } from "../chat/picked.tsx";
import { Below } from "./below.tsx";
import type { ComposerProps } from "./composer.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { useEnterSends } from "./enter-sends.ts";
import { Foot } from "./foot.tsx";
import { CLOSE } from "./after.ts";
import { GoesByMail } from "./goes-by-mail.tsx";
import { participantsOf } from "./participants.ts";
import { PassesOn } from "./passes-on.tsx";
import { Refused } from "./refused.tsx";
import { StoppedSend } from "./stopped-send.tsx";
import { useTaken } from "./taken-back.ts";
import { useWriting } from "./use-writing.ts";
import { Voice } from "./voice.tsx";
import styles from "./composer.module.css";

export function WritingBox(props: ComposerProps & { mode: DraftMode; asked: number }) {
  const { t } = useTranslation();
  const { ticket, mode } = props;
  const writing = useWriting(props);
  const { draft, uploads, stopped, inChat } = writing;
  // Whoever chats is shown that somebody types: a note or a forward is none of theirs.
  const unheard = !inChat && ticket.chat?.answers === "chat";
  const [enterSends] = useEnterSends();
  const taken = useTaken(ticket.id);
  const known = useMemo(() => participantsOf(ticket), [ticket]);
  const [toolsOpen, setToolsOpen] = useState(false);
  const [peopleOpen, setPeopleOpen] = useState(mode === "forward");
  const [tools, people] = [useId(), useId()];
  // Begun in this mode by a key or a tab, not by opening the ticket.
  const opened = useRef(props.asked);
  const focusAsked = props.asked + useFocusAfter(writing.sent);
  const macros = useMacroWriting({
    ticketId: ticket.id,
    html: draft.html,
    editor: writing.editor,
    append: (html) => writing.write(`${draft.html}${html}`),
    onActions: writing.act,
  });
  const mentions = useMentions(writing.editor);
  const [pickingTime, setPickingTime] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && inText(event.target)) return props.onLeave();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void writing.send(event.shiftKey && mode === "reply" && !inChat ? CLOSE : undefined);
  };
  // Before the editor makes a new line of it.
  const onEnter = (event: KeyboardEvent) => {
    if (!inChat || !enterSends || macros.picker || !isBareEnter(event) || !inText(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    void writing.send();
  };
  return (
    <>
      <form
        aria-label={t(`compose.label.${mode}`)}
        data-testid={`write-${mode}`}
        onSubmit={(event) => {
          event.preventDefault();
          void writing.send();
        }}
        onKeyDown={onKeyDown}
        onKeyDownCapture={onEnter}
      >
        <DropZone onFiles={uploads.attach}>
          <div className={styles.parts}>
            <Refused writing={writing} />
            {stopped ? (
              <StoppedSend
                stopped={stopped}
                onSend={writing.sendAnyway}
                onKeepWriting={writing.keepWriting}
              />
            ) : null}
            <Elsewhere ticketId={ticket.id} mode={mode} />
            <Voice taken={taken} sent={writing.sent} mode={mode} inChat={inChat} />
            {mode === "reply" ? (
              <GoesByMail ticket={ticket} to={writing.recipients.to[0]?.address ?? null} />
            ) : null}
            {mode === "note" || inChat ? null : (
              <div id={people} className={styles.people} data-open={peopleOpen || writing.unfinished}>
                <RecipientsFields
                  key={writing.sent}
                  value={writing.recipients}
                  onChange={writing.address}
                  from={ticket.answer.from}
                  known={known}
                  onUnfinished={writing.setUnfinished}
                />
              </div>
            )}
            {mode === "forward" ? <PassesOn ticket={ticket} writing={writing} /> : null}
            <RichText
              label={t(`compose.label.${mode}`)}
              placeholder={inChat ? t("chat.compose.placeholder") : t(`compose.placeholder.${mode}`)}
              value={draft.html}
              onChange={writing.write}
              {...(props.onTyping && !unheard ? { onTouched: props.onTyping } : {})}
              handle={writing.editor}
              variables={macros.variables}
              onSlash={macros.onSlash}
              {...(mode === "note" ? { onAt: mentions.onAt } : {})}
              locked={writing.sending}
              uploads={uploads.uploads}
              startImage={uploads.startImage}
              attach={uploads.attach}
              focusAsked={focusAsked}
              focusFirst={opened.current > 0}
              toolsId={tools}
              toolsOpen={toolsOpen}
            />
            {mode === "note" ? null : <VariablesLeft writing={macros} />}
            <ActionChips actions={draft.actions} onRemove={writing.dontAct} />
            {macros.picker}
            {mentions.picker}
            {inChat ? <Picked ticketId={ticket.id} /> : null}
            <FileChips files={draft.files} uploads={uploads} onRemove={writing.removeFile} />
            <Below ticketId={ticket.id} answer={mode === "reply" && !inChat ? ticket.answer : null} />
            <Foot
              ticket={ticket}
              writing={writing}
              onMacros={macros.open}
              onPickTime={() => setPickingTime(true)}
              tools={{ id: tools, open: toolsOpen, onOpen: setToolsOpen }}
              people={{ id: people, open: peopleOpen, onOpen: setPeopleOpen }}
            />
          </div>
        </DropZone>
      </form>
      {pickingTime ? (
        <PickTime
          onPick={(until) => void writing.send({ then: "snooze", until: until.toISOString() })}
          onClose={() => setPickingTime(false)}
        />
      ) : null}
    </>
  );
}

const isBareEnter = (event: KeyboardEvent): boolean =>
  event.key === "Enter" &&
  !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing);

const inText = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest("[role=textbox], textarea") !== null;

/** The next reply can be typed at once; but on a telephone a keyboard that jumps up is in the way. */
const useFocusAfter = (sent: number): number =>
  typeof window !== "undefined" && matchMedia("(pointer: fine)").matches ? sent : 0;
