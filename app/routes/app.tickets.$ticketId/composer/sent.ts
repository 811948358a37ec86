import type { ShownFile } from "../../../files/file.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import type { Recipients } from "../../../mail/person.ts";

/** What was just accepted, as the thread can show it until it is read again. */
export interface SentMessage {
  id: string;
  kind: "outbound" | "note";
  forward: boolean;
  text: string;
  recipients: Recipients;
  files: ShownFile[];
  cards: Card[];
  /** null for a note: nobody has to wait for it */
  holdUntil: string | null;
}
