// Where reading goes on. Pure.
import type { ThreadMessage } from "../../tickets/thread.server.ts";

export interface Unread {
  /** the first message of theirs that this agent has not seen */
  id: string;
  /** something stands above it, so that a line says where the new begins */
  line: boolean;
}

/**
 * The first unread message of a thread, for who last read it then. Who never did (null) begins after the team's last
 * answer: what was answered needs nobody's eyes.
 */
export function firstUnread(
  { messages, earlier }: { messages: ThreadMessage[]; earlier: boolean },
  readAt: string | null,
): Unread | null {
  const answered = messages.findLastIndex(({ kind }) => kind === "outbound");
  const index = messages.findIndex(
    ({ kind, createdAt }, place) =>
      kind === "inbound" && (readAt === null ? place > answered : createdAt > readAt),
  );
  const found = messages[index];
  return found ? { id: found.id, line: index > 0 || earlier } : null;
}
