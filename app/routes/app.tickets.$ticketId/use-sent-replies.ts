// A reply that was just accepted stands in the thread at once, until the thread that is read next has it; one that was
// taken back is gone at once.
import { useCallback, useState } from "react";
import { now } from "../../lib/clock.ts";
import { CHANNELS } from "../../tickets/ticket.ts";
import type { ThreadMessage, TicketPage } from "../../tickets/thread.server.ts";
import { useAgent } from "../../ui/agent.tsx";
import { useTaken } from "./composer/taken-back.ts";
import type { SentMessage } from "./composer/sent.ts";

export function useSentReplies<T extends TicketPage>(
  read: T,
): {
  ticket: T;
  addSent: (reply: SentMessage) => void;
} {
  const agent = useAgent();
  const [sent, setSent] = useState<ThreadMessage[]>([]);
  const { messageIds: taken } = useTaken(read.id);
  const known = new Set([...taken, ...read.messages.map(({ id }) => id)]);
  const waiting = sent.filter(({ id }) => !known.has(id));
  const channel = read.chat?.answers === "chat" ? "chat" : CHANNELS[read.channel].answersBy;
  const addSent = useCallback(
    (reply: SentMessage) => {
      const message = {
        ...BLANK,
        ...reply,
        channel: reply.kind === "outbound" && !reply.forward ? channel : ("email" as const),
        delivery: reply.kind === "note" ? null : channel === "chat" ? ("sent" as const) : ("queued" as const),
        authorId: agent.id,
        authorName: agent.name,
        createdAt: now().toISOString(),
      };
      setSent((before) => [...before, message]);
    },
    [channel, agent.id, agent.name],
  );
  return { ticket: withReplies(read, waiting, taken), addSent };
}

function withReplies<T extends TicketPage>(read: T, waiting: ThreadMessage[], taken: readonly string[]): T {
  const gone = read.messages.some(({ id }) => taken.includes(id));
  if (!gone && !waiting.length) return read;
  const messages = [...read.messages.filter(({ id }) => !taken.includes(id)), ...waiting];
  return { ...read, messages, lastMessageId: messages.at(-1)?.id ?? null };
}

const BLANK = {
  fromName: null,
  fromAddress: null,
  senderProof: null,
  letIn: false,
  automatic: false,
  sentByAddress: null,
  machine: null,
  answers: [],
  trimmed: null,
  relay: null,
  relayReason: null,
  openedAt: null,
  html: null,
  deliveryError: null,
} satisfies Partial<ThreadMessage>;
