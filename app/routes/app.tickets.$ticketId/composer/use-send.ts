// Send: once, whatever is pressed how often; refused aloud with everything untouched; stopped when somebody has written.
import { useCallback, useRef, useState, type MutableRefObject } from "react";
import { now as browserTime } from "../../../lib/clock.ts";
import { NOBODY } from "../../../mail/person.ts";
import type { News } from "../../../tickets/moved-on.server.ts";
import type { EditorHandle } from "../../../ui/editor/editor.tsx";
import { textOfHtml } from "../../../ui/editor/text.ts";
import { useLive } from "../../../ui/live/live.tsx";
import { noteSent } from "../../../ui/presence/use-my-presence.ts";
import { forgetDone } from "../../../ui/uploads/upload.ts";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import { NOTHING, type After } from "./after.ts";
import { filesToSend } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import { fieldsFor, isComplete, pathFor } from "./outgoing.ts";
import { cardsOf, NO_CARDS } from "./picked-cards.ts";
import { isSaidInChat } from "./said-in-chat.ts";
import { syncOf } from "./sync.ts";
import { rememberSent } from "./taken-back.ts";
import { learnClock } from "./use-seconds-until.ts";
import type { WritingProps } from "./use-writing.ts";

export interface Stopped {
  news: News[];
  /** there is more than that */
  more: boolean;
  newest: string;
  /** the newest merge that brought some of it; merged: nothing else did */
  merge: string | null;
  merged: boolean;
  after: After;
}

export interface Sending {
  sending: boolean;
  failure: VerbFailure | null;
  /** somebody has written meanwhile: nothing was sent, and nothing is until the agent has chosen */
  stopped: Stopped | null;
  /** how many have been sent since the page was opened */
  sent: number;
  send: (after?: After) => Promise<void>;
  /** having read what is new */
  sendAnyway: () => Promise<void>;
  keepWriting: () => void;
}

export function useSend(
  props: WritingProps,
  around: { place: string; blocked: boolean; begun: boolean; editor: MutableRefObject<EditorHandle | null> },
): Sending {
  const { refresh } = useLive();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const [sent, setSent] = useState(0);
  const under = useRef(false);
  // What they have read in the refusal, or sent themselves, the thread need not have shown.
  const read = useRef<string | null>(null);
  const sight = useMergeSight(props, around.begun);
  const latest = useRef({ props, ...around });
  latest.current = { props, ...around };

  const send = useCallback(
    async (after: After = NOTHING) => {
      const { props: now, place, blocked, editor } = latest.current;
      const { ticket, mode } = now;
      editor.current?.flush();
      const store = draftOf(ticket.id, mode);
      const draft = store.read();
      const { to, cc, bcc } = ticket.answer;
      const inChat = isSaidInChat(ticket, mode);
      const said = inChat ? cardsOf(ticket.id).read() : null;
      const recipients = inChat
        ? NOBODY
        : (draft.recipients ?? (mode === "reply" ? { to, cc, bcc } : NOBODY));
      if (under.current || blocked || !isComplete(mode, draft, recipients, said)) return;
      under.current = true;
      setSending(true);
      setFailure(null);
      setStopped(null);
      store.change((written) => ({ ...written, tried: true }));
      const asked = browserTime();
      const seen = later(now.seen, read.current);
      const fields = fieldsFor(mode, draft, { recipients, seen, merge: sight.current.merge, after, said });
      const result = await callVerb<{ messageId: string; holdUntil: string | null }>(
        "POST",
        pathFor(mode === "reply" ? sight.current.ticketId : ticket.id, mode),
        fields,
      );
      under.current = false;
      setSending(false);
      refresh();
      if (!result.ok) {
        if (result.error !== "network" && result.error !== "unexpected")
          store.change((written) => ({ ...written, tried: false }));
        if (result.error === "key-reused")
          store.change((written) => ({
            ...written,
            requestKey: crypto.randomUUID(),
            revision: 0,
            saved: false,
          }));
        if (result.error !== "thread-moved-on") return setFailure(result);
        now.onMovedOn();
        return setStopped({ ...(result.detail as unknown as Omit<Stopped, "after">), after });
      }
      const { messageId, holdUntil } = result.data;
      const files = filesToSend(draft);
      if (holdUntil) learnClock(holdUntil, asked, browserTime());
      const { html, forwardedId, actions } = draft;
      rememberSent(messageId, { mode, html, recipients, files, forwardedId, actions });
      read.current = messageId;
      syncOf(ticket.id, mode).settle();
      forgetDone(place);
      if (said) cardsOf(ticket.id).change(() => NO_CARDS);
      noteSent(ticket.id);
      setSent((count) => count + 1);
      now.onSent({
        id: messageId,
        kind: mode === "note" ? "note" : "outbound",
        forward: mode === "forward",
        text: textOfHtml(draft.html),
        recipients,
        files,
        cards: [...(said ?? [])],
        holdUntil,
      });
      if (after.then) now.onDone();
    },
    [refresh, sight],
  );
  const haveRead = () => {
    read.current = stopped?.newest ?? null;
    sight.current = { ticketId: props.ticket.id, merge: stopped?.merge ?? sight.current.merge };
  };
  return {
    sending,
    failure,
    stopped,
    sent,
    send: async (after) => {
      if (!stopped) await send(after);
    },
    sendAnyway: async () => {
      haveRead();
      await send(stopped?.after);
    },
    keepWriting: () => {
      haveRead();
      setStopped(null);
      around.editor.current?.focus();
    },
  };
}

/** Ids sort by the time they were made. */
const later = (one: string | null, other: string | null): string | null =>
  one && other ? (one > other ? one : other) : (one ?? other);

/** What the page knew of merges when the agent began to write; until then it is what it shows. */
function useMergeSight({ ticket, cameFrom }: WritingProps, begun: boolean) {
  const sight = useRef({ ticketId: cameFrom ?? ticket.id, merge: ticket.mergeId });
  if (!begun && !cameFrom) sight.current = { ticketId: ticket.id, merge: ticket.mergeId };
  return sight;
}
