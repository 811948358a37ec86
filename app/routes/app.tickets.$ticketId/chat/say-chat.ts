// What happened to a chat, in words for the thread.
import type { TFunction } from "i18next";
import type { ThreadEvent } from "../../../tickets/thread.server.ts";

/** Null for events that are of no chat. */
export function sayChat(t: TFunction, { type, actorName, data }: ThreadEvent): string | null {
  const name = actorName ?? t("message.team");
  switch (type) {
    case "chat-started":
      return t(data.offline === true ? "chat.events.left" : "chat.events.started");
    case "chat-accepted":
      return t("chat.events.accepted", { name });
    case "chat-ended":
      if (data.endedBy === "visitor") return t("chat.events.endedByVisitor");
      return data.endedBy === "silence"
        ? t("chat.events.endedBySilence")
        : t("chat.events.endedBy", { name });
    case "chat-rated":
      return sayRating(t, data);
    case "chat-followed-up":
      return t("chat.events.followedUp");
    case "chat-unreachable":
      return t("chat.events.unreachable");
    case "transcript-sent":
      return t("chat.events.transcript");
    case "visitor-signed-in":
      return t("chat.events.signedIn");
    case "visitor-blocked":
      return t("chat.events.blocked", { name });
    case "visitor-unblocked":
      return t("chat.events.unblocked", { name });
    default:
      return null;
  }
}

function sayRating(t: TFunction, { score, comment }: ThreadEvent["data"]): string {
  const rated = t("chat.events.rated", { score: Number(score) || 0 });
  return typeof comment === "string" && comment ? `${rated} ${t("chat.rated.comment", { comment })}` : rated;
}
