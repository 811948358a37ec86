// A reply from the first letter to Send. Whatever happens to Send, everything stays until the reply is known to be on
// its way.
import { useCallback, useRef, useState } from "react";
import type { ShownFile } from "../../../files/file.ts";
import { now as browserTime } from "../../../lib/clock.ts";
import type { Recipients } from "../../../mail/person.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { isBlankHtml, textOfHtml } from "../../../ui/editor/text.ts";
import { useLive } from "../../../ui/live/live.tsx";
import { useStore } from "../../../ui/store.ts";
import { forgetDone } from "../../../ui/uploads/upload.ts";
import { useUploads, type Uploads } from "../../../ui/uploads/use-uploads.ts";
import { isTooHeavy } from "../../../ui/uploads/weight.tsx";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import { EMPTY, filesToSend, type Draft } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import { rememberSent } from "./taken-back.ts";
import { learnClock } from "./use-seconds-until.ts";

export interface SentReply {
  id: string;
  text: string;
  recipients: Recipients;
  files: ShownFile[];
  holdUntil: string;
}

export interface Reply {
  draft: Draft;
  recipients: Recipients;
  uploads: Uploads;
  sending: boolean;
  sendable: boolean;
  failure: VerbFailure | null;
  /** how many have been sent since the page was opened */
  sent: number;
  write: (html: string) => void;
  address: (recipients: Recipients) => void;
  /** an address is written that is none */
  unfinished: boolean;
  setUnfinished: (unfinished: boolean) => void;
  removeFile: (file: ShownFile) => void;
  send: () => Promise<void>;
}

export function useReply(props: {
  ticket: TicketPage;
  seen: string | null;
  onSent: (reply: SentReply) => void;
  onMovedOn: () => void;
}): Reply {
  const { ticket } = props;
  const { refresh } = useLive();
  const store = draftOf(ticket.id);
  const draft = useStore(store, EMPTY);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [unfinished, setUnfinished] = useState(false);
  const [sent, setSent] = useState(0);
  const under = useRef(false);
  const addFile = useCallback(
    (file: ShownFile) => draftOf(ticket.id).change((now) => ({ ...now, files: [...now.files, file] })),
    [ticket.id],
  );
  const uploads = useUploads(ticket.id, addFile);
  const blocked = uploads.busy || uploads.failed || unfinished;

  const send = async () => {
    const now = store.read();
    if (under.current || blocked || !isComplete(now, ticket)) return;
    under.current = true;
    setSending(true);
    setFailure(null);
    const recipients = recipientsOf(now, ticket);
    const files = filesToSend(now);
    const path = `/app/tickets/${ticket.id}/messages`;
    const fields = fieldsOf(now, recipients, files, props.seen);
    const asked = browserTime();
    const result = await callVerb<{ messageId: string; holdUntil: string }>("POST", path, fields);
    under.current = false;
    setSending(false);
    refresh();
    if (!result.ok) {
      if (result.error === "key-reused")
        store.change((kept) => ({ ...kept, requestKey: crypto.randomUUID() }));
      if (result.error === "thread-moved-on") props.onMovedOn();
      return setFailure(result);
    }
    const { messageId, holdUntil } = result.data;
    learnClock(holdUntil, asked, browserTime());
    rememberSent(messageId, { html: now.html, recipients, files });
    store.change(() => ({ ...EMPTY, requestKey: crypto.randomUUID() }));
    forgetDone(ticket.id);
    setSent((count) => count + 1);
    props.onSent({ id: messageId, text: textOfHtml(now.html), recipients, files, holdUntil });
  };

  return {
    draft,
    recipients: recipientsOf(draft, ticket),
    uploads,
    sending,
    sendable: isComplete(draft, ticket) && !blocked && !sending,
    failure,
    sent,
    write: (html) => store.change((now) => ({ ...now, html })),
    address: (recipients) => store.change((now) => ({ ...now, recipients })),
    unfinished,
    setUnfinished,
    removeFile: ({ id }) => {
      store.change((now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }));
      void callVerb("DELETE", `/app/files/${id}`);
    },
    send,
  };
}

const recipientsOf = ({ recipients }: Draft, { answer: { to, cc, bcc } }: TicketPage): Recipients =>
  recipients ?? { to, cc, bcc };

const isComplete = (draft: Draft, ticket: TicketPage): boolean =>
  recipientsOf(draft, ticket).to.length > 0 &&
  !(isBlankHtml(draft.html) && filesToSend(draft).length === 0) &&
  !isTooHeavy({ html: draft.html, files: filesToSend(draft) });

const fieldsOf = (draft: Draft, recipients: Recipients, files: ShownFile[], seen: string | null) => ({
  html: draft.html,
  requestKey: draft.requestKey,
  seen: seen ?? "",
  to: JSON.stringify(recipients.to),
  cc: JSON.stringify(recipients.cc),
  bcc: JSON.stringify(recipients.bcc),
  files: JSON.stringify(files.map(({ id }) => id)),
});
