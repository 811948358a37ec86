// What the storefront's chat and the server say to each other (docs/decisions/040-chat.md). Types only: the widget
// takes them by `import type`. Every verb is a POST whose body is JSON sent as text/plain (no preflight), the token in
// it. Two doors with the same verbs: /widget/:verb on the app's own origin, and /proxy/chat/:verb through the shop's
// signed app proxy; `hello` only through the latter, `stream` only through the former.

export const VERBS = [
  "hello",
  "send",
  "since",
  "stream",
  "typing",
  "read",
  "end",
  "rate",
  "transcript",
  "page",
  "leave",
  "upload",
] as const;
export type Verb = (typeof VERBS)[number];

/** The longest a message may be, in letters. */
export const MOST_LETTERS = 5_000;

export interface Hello {
  v: 1;
  token?: string | undefined;
  locale: string;
  timeZone: string;
  page: PageOf;
  cart?: Cart | undefined;
  proof?: string | undefined;
}

/** Where the visitor's browser says they are. */
export interface PageOf {
  url: string;
  title: string;
}

/** What is in the visitor's cart, by /cart.js of the theme; prices as the shop shows them, in cents. */
export interface Cart {
  currency: string;
  total: number;
  items: {
    title: string;
    quantity: number;
    price: number;
    url?: string | undefined;
    image?: string | undefined;
  }[];
}

export interface Welcome {
  token: string;
  /** where the other verbs are answered directly: https://app…/widget */
  direct: string;
  visitor: { name: string | null; email: string | null; proven: boolean };
  availability: Availability;
  team: { name: string; picture: string | null }[];
  ask: { name: Asked; email: Asked };
  quickReplies: string[];
  rating: boolean;
  transcript: boolean;
  silenceMinutes: number;
  chat: ChatView | null;
  messages: MessageView[];
  cursor: string;
  /** the server's clock, ISO: what is shown as "5 min ago" is counted from it */
  now: string;
}

export type Asked = "off" | "optional" | "required";

export interface Availability {
  state: "online" | "busy" | "closed";
  /** ISO; when somebody is back */
  backAt: string | null;
  usualMinutes: number | null;
}

export interface Send {
  token: string;
  /** made once per message by the widget: the same id again is the same message */
  id: string;
  text: string;
  /** upload tokens */
  files: string[];
  name?: string | undefined;
  email?: string | undefined;
  quickReply?: boolean | undefined;
  proof?: string | undefined;
}

/** `cursor` is the beginning of the conversation: who follows it already goes on from where they are. */
export interface Sent {
  message: MessageView;
  chat: ChatView;
  cursor: string;
}

export interface Since {
  token: string;
  cursor: string;
}

/** What is new, and how things stand. Events of a stream, named "state", hold the same. */
export interface News {
  messages: MessageView[];
  chat: ChatView | null;
  cursor: string;
  typing: boolean;
  availability: Availability;
}

/** An event stream: "state" with News, a beat every 15 s, ended after half an hour at most. */
export interface Stream extends Since {
  tab: string;
}

export interface Typing {
  token: string;
  on: boolean;
}

export interface Read {
  token: string;
  upTo: string;
}

export interface End {
  token: string;
}

export interface Rate {
  token: string;
  score: 1 | 2 | 3 | 4 | 5;
  comment?: string | undefined;
}

export interface Transcript {
  token: string;
  email: string;
}

export interface Moved {
  token: string;
  page: PageOf;
  cart?: Cart | undefined;
}

export interface Leave {
  token: string;
  tab: string;
}

/** Answer to `upload` (multipart: token, file). */
export interface Uploaded {
  file: { token: string; name: string; size: number; contentType: string };
}

/** Answer to what changes nothing that is shown. */
export interface Done {
  ok: true;
}

export interface ChatView {
  /** the ticket's */
  id: string;
  /** as customers see it: "#1042" */
  number: string | null;
  state: "waiting" | "running" | "ended";
  offline: boolean;
  agent: { name: string; picture: string | null } | null;
  /** ISO, as all times here; until when the team has read what the visitor wrote */
  readByAgentAt: string | null;
  startedAt: string;
  endedAt: string | null;
  endedBy: "visitor" | "agent" | "silence" | null;
  /** rated already, or nothing to rate: not ended yet, ended by silence, or nobody of us took part */
  rated: boolean;
  /** where answers go when the visitor is away */
  email: string | null;
}

export interface MessageView {
  id: string;
  /** the widget's own id of a message it sent */
  clientId?: string | undefined;
  at: string;
  from: "visitor" | "agent" | "auto";
  name?: string | undefined;
  picture?: string | undefined;
  text: string;
  files: FileView[];
  cards: CardView[];
}

export interface FileView {
  name: string;
  contentType: string;
  size: number;
  /** absolute and signed; null when it is not kept any more */
  url: string | null;
  width: number | null;
  height: number | null;
}

export type CardView =
  | {
      kind: "product";
      title: string;
      variant?: string | undefined;
      price: string;
      currency: string;
      image?: string | undefined;
      url: string;
    }
  | {
      kind: "order";
      name: string;
      status: string;
      total: string;
      currency: string;
      url?: string | undefined;
    };

/** Why something was not done, with a fitting status. */
export interface Refusal {
  error: RefusalCode;
  /** invalid: which fields */
  fields?: string[];
  /** too-many, prove: seconds */
  retryAfter?: number;
  /** prove: work on this, and ask again with the proof */
  challenge?: string;
}

export type RefusalCode =
  "gone" | "not-found" | "too-many" | "too-large" | "invalid" | "unavailable" | "prove";
