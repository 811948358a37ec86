import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";

/** Whether what is written reaches the visitor in the chat, at once and without recipients. Pure. */
export const isSaidInChat = ({ chat }: Pick<TicketPage, "chat">, mode: DraftMode): boolean =>
  mode === "reply" && chat?.answers === "chat";
