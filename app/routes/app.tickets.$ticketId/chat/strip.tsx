// Above a conversation that is a chat: how it stands, what the visitor does just now, and what can be done about it.
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ShownChat } from "../../../tickets/chat/shown-chat.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { useAgent } from "../../../ui/agent.tsx";
import { ChatBadge } from "../../../ui/chat/chat-badge.tsx";
import { Rating } from "../../../ui/chat/rating.tsx";
import { useVerbs } from "../controls/verbs.tsx";
import { VerbFailed } from "../verb-failed.tsx";
import { ChatMenu } from "./chat-menu.tsx";
import { HandOver } from "./hand-over.tsx";
import { useChatVerbs } from "./use-chat-verbs.ts";
import { VisitorNow } from "./visitor-now.tsx";
import styles from "./chat.module.css";

export function ChatStrip({ ticket, chat }: { ticket: TicketPage; chat: ShownChat }) {
  const { t } = useTranslation();
  const verbs = useChatVerbs(ticket, chat);
  const me = useAgent();
  const { now, assign } = useVerbs();
  const { state } = verbs;
  const live = state !== "ended" && !chat.offline;
  const gone = chat.visitor.goneAt !== null;
  return (
    <section
      className={styles.strip}
      aria-label={t("chat.strip.label")}
      data-testid="chat-strip"
      data-chat
      data-state={state}
    >
      <InlineStack gap="200" blockAlign="center" wrap>
        <ChatBadge chat={{ state, offline: chat.offline, gone, since: chat.startedAt }} />
        <span className={styles.standing}>
          <Standing chat={chat} state={state} />
        </span>
        {live ? <VisitorNow ticketId={ticket.id} visitor={chat.visitor} /> : null}
        <span className={styles.buttons}>
          {live && state === "waiting" ? (
            <Button variant="primary" onClick={verbs.accept} loading={verbs.busy === "accept"}>
              {t("chat.accept")}
            </Button>
          ) : null}
          {live && state === "running" && !now.assignee ? (
            <Button variant="primary" onClick={() => assign(me.id)}>
              {t("chat.accept")}
            </Button>
          ) : null}
          {live ? <HandOver ticket={ticket} /> : null}
          <ChatMenu chat={chat} verbs={verbs} live={live} />
        </span>
      </InlineStack>
      {chat.rating ? (
        <BlockStack gap="100">
          <Rating score={chat.rating} />
          {chat.ratingComment ? (
            <Text as="p" breakWord>
              {t("chat.rated.comment", { comment: chat.ratingComment })}
            </Text>
          ) : null}
        </BlockStack>
      ) : null}
      <VerbFailed failure={verbs.failure} onDismiss={verbs.forget} />
    </section>
  );
}

/** In a sentence, as it is while the server has not answered yet. Whoever has the ticket has its chat. */
function Standing({ chat, state }: { chat: ShownChat; state: ShownChat["state"] }) {
  const { t } = useTranslation();
  const me = useAgent();
  const { assignee } = useVerbs().now;
  if (state === "ended") return t(`chat.standing.ended.${chat.endedBy ?? "agent"}`);
  if (chat.offline) return t("chat.standing.offline");
  if (state === "waiting") return t("chat.standing.waiting");
  if (!assignee) return t("chat.standing.nobodys");
  return assignee.id === me.id
    ? t("chat.standing.yours")
    : t("chat.standing.theirs", { name: assignee.name });
}
