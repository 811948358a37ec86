// A reply that was just accepted stands in the thread at once, until the thread that is read next has it.
import { useCallback, useState } from "react";
import { now } from "../../lib/clock.ts";
import { NOBODY } from "../../mail/person.ts";
import { CHANNELS } from "../../tickets/ticket.ts";
import type { ThreadMessage, TicketPage } from "../../tickets/thread.server.ts";
import { useAgent } from "../../ui/agent.tsx";
import type { SentReply } from "./composer.tsx";

export function useSentReplies(read: TicketPage): {
  ticket: TicketPage;
  addSent: (reply: SentReply) => void;
} {
  const agent = useAgent();
  const [sent, setSent] = useState<ThreadMessage[]>([]);
  const known = new Set(read.messages.map(({ id }) => id));
  const waiting = sent.filter(({ id }) => !known.has(id));
  const channel = CHANNELS[read.channel].answersBy;
  const addSent = useCallback(
    ({ id, text }: SentReply) => {
      const message = { ...BLANK, id, text, channel, authorName: agent.name, createdAt: now().toISOString() };
      setSent((before) => [...before, message]);
    },
    [channel, agent.name],
  );
  const last = waiting.at(-1);
  return {
    ticket: last ? { ...read, messages: [...read.messages, ...waiting], lastMessageId: last.id } : read,
    addSent,
  };
}

const BLANK = {
  kind: "outbound",
  fromName: null,
  fromAddress: null,
  senderProof: null,
  letIn: false,
  sentByAddress: null,
  recipients: NOBODY,
  machine: null,
  trimmed: null,
  files: [],
  relay: null,
  relayReason: null,
  holdUntil: null,
  openedAt: null,
  html: null,
  delivery: "queued",
  deliveryError: null,
} satisfies Partial<ThreadMessage>;
