// One thing being written, from the first letter to Send. Whatever happens to Send, everything stays until it is known
// to be on its way.
import { useCallback, useEffect, useMemo, useRef, useState, type MutableRefObject } from "react";
import type { ShownFile } from "../../../files/file.ts";
import { NOBODY, type Recipients } from "../../../mail/person.ts";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import { joined, placeOf, type MacroAction } from "../../../tickets/macros/macro.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import type { EditorHandle } from "../../../ui/editor/editor.tsx";
import { useStore } from "../../../ui/store.ts";
import { useUploads, type Uploads } from "../../../ui/uploads/use-uploads.ts";
import { callVerb } from "../../../ui/verb.ts";
import { EMPTY, isStarted, type Draft } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import { isComplete } from "./outgoing.ts";
import { cardsOf, NO_CARDS } from "./picked-cards.ts";
import { isSaidInChat } from "./said-in-chat.ts";
import { useSend, type Sending } from "./use-send.ts";
import type { SentMessage } from "./sent.ts";

export interface WritingProps {
  ticket: TicketView;
  mode: DraftMode;
  /** the newest message the agent has had before their eyes */
  seen: string | null;
  /** the ticket this page showed until it was merged into this one */
  cameFrom: string | null;
  onSent: (message: SentMessage) => void;
  /** sent, and the ticket closed or put aside with it */
  onDone: () => void;
  /** the thread moved on: what is new should be there to read */
  onMovedOn: () => void;
}

export interface Writing extends Sending {
  mode: DraftMode;
  /** said in the chat: at once, to nobody by mail */
  inChat: boolean;
  draft: Draft;
  recipients: Recipients;
  uploads: Uploads;
  editor: MutableRefObject<EditorHandle | null>;
  sendable: boolean;
  write: (html: string) => void;
  address: (recipients: Recipients) => void;
  passOn: (messageId: string | null) => void;
  /** what a macro in it also does */
  act: (actions: MacroAction[]) => void;
  dontAct: (action: MacroAction) => void;
  /** an address is written that is none */
  unfinished: boolean;
  setUnfinished: (unfinished: boolean) => void;
  removeFile: (file: ShownFile) => void;
}

export function useWriting(props: WritingProps): Writing {
  const { ticket, mode } = props;
  const store = draftOf(ticket.id, mode);
  const draft = useStore(store, EMPTY);
  const editor = useRef<EditorHandle | null>(null);
  const [unfinished, setUnfinished] = useState(false);
  const change = useCallback(
    (some: Partial<Draft> | ((now: Draft) => Partial<Draft>)) =>
      draftOf(ticket.id, mode).change((now) => ({
        ...now,
        ...(typeof some === "function" ? some(now) : some),
        saved: false,
      })),
    [ticket.id, mode],
  );
  const addFile = useCallback(
    (file: ShownFile) => change((now) => ({ files: [...now.files, file] })),
    [change],
  );
  const place = `${ticket.id}.${mode}`;
  const uploads = useUploads(place, addFile);
  const blocked = uploads.busy || uploads.failed || unfinished;
  const sending = useSend(props, { place, blocked, editor, begun: isStarted(draft) });
  useLatestForwarded(ticket, mode);
  const { to, cc, bcc } = ticket.answer;
  const inChat = isSaidInChat(ticket, mode);
  const cards = useStore(cardsOf(ticket.id), NO_CARDS);
  const recipients = useMemo(
    () => draft.recipients ?? (mode === "reply" ? { to, cc, bcc } : NOBODY),
    [draft.recipients, mode, to, cc, bcc],
  );
  const actions = useMemo(
    () => ({
      write: (html: string) => change({ html }),
      address: (people: Recipients) => change({ recipients: people }),
      act: (added: MacroAction[]) => change((now) => ({ actions: joined([...now.actions, ...added]) })),
      dontAct: (gone: MacroAction) =>
        change((now) => ({ actions: now.actions.filter((one) => placeOf(one) !== placeOf(gone)) })),
      passOn: (forwardedId: string | null) => change({ forwardedId }),
      removeFile: ({ id }: ShownFile) => {
        change((now) => ({ files: now.files.filter((file) => file.id !== id) }));
        void callVerb("DELETE", `/app/files/${id}`);
      },
    }),
    [change],
  );
  return {
    ...sending,
    ...actions,
    mode,
    inChat,
    draft,
    recipients,
    uploads,
    editor,
    sendable:
      isComplete(mode, draft, recipients, inChat ? cards : null) &&
      !blocked &&
      !sending.sending &&
      !sending.stopped,
    unfinished,
    setUnfinished,
  };
}

/** Whoever passes something on means the customer's latest message, until they choose. */
function useLatestForwarded(ticket: TicketPage, mode: DraftMode): void {
  const latest = ticket.messages.findLast(({ kind }) => kind === "inbound")?.id ?? null;
  useEffect(() => {
    if (mode !== "forward") return;
    draftOf(ticket.id, mode).change((now) =>
      isStarted(now) || now.forwardedId ? now : { ...now, forwardedId: latest },
    );
    // Only when it is begun: later they may have chosen the whole conversation.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [ticket.id, mode]);
}
