// How things stand, for the views. Written by talk.ts and what it uses, read by everybody.
import type {
  Availability,
  ChatView,
  MessageView,
  News,
  Welcome,
} from "../../../app/channels/chat/protocol.ts";
import type { Pending } from "./outbox.ts";

export interface State {
  /** greeting: nothing is known yet; away: the shop has no chat now */
  phase: "greeting" | "ready" | "away";
  /** false while the server is out of reach */
  isOnline: boolean;
  welcome?: Welcome;
  availability?: Availability;
  chat: ChatView | null;
  messages: MessageView[];
  pending: Pending[];
  isAgentTyping: boolean;
  /** the last message that was looked at */
  seen?: string | undefined;
  /** the server's clock less the page's, in milliseconds */
  ahead: number;
}

/** What tabs tell each other. */
export type Word =
  | { kind: "news"; news: Partial<News> & { messages: MessageView[] } }
  | { kind: "outbox" | "again" }
  | { kind: "seen"; id: string };

export const isOver = ({ chat }: State): boolean => chat?.state === "ended";

/** One of us has said something: only then is there anything to mail. */
export const isAnswered = ({ messages }: State): boolean => messages.some(({ from }) => from === "agent");

/** A conversation somebody may answer here at any moment. */
export const isRunning = ({ chat }: State): boolean => !!chat && chat.state !== "ended" && !chat.offline;

/** Outside office hours what is written becomes a message to be answered by e-mail. */
export const isClosed = ({ chat, availability }: State): boolean =>
  !isRunning({ chat } as State) && availability?.state === "closed";
