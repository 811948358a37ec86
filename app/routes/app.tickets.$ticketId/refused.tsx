import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import type { VerbFailure } from "../../ui/verb.ts";

/** Why Send was refused, in place, with the text untouched below. */
export function Refused(props: {
  failure: VerbFailure | null;
  ticket: TicketPage;
  onRetry: () => void;
  sendable: boolean;
}) {
  const { t } = useTranslation();
  const words = useRefusal(props.failure, props.ticket);
  if (!props.failure || !words) return null;
  const again = props.failure.error === "network" || props.failure.error === "unexpected";
  return (
    <div role="alert" data-testid="send-refused" data-error={props.failure.error}>
      <Banner
        tone={props.failure.error === "thread-moved-on" ? "warning" : "critical"}
        {...(again
          ? { action: { content: t("reply.tryAgain"), onAction: props.onRetry, disabled: !props.sendable } }
          : {})}
      >
        {words}
      </Banner>
    </div>
  );
}

function useRefusal(failure: VerbFailure | null, ticket: TicketPage): string | null {
  const { t } = useTranslation();
  const newest = ticket.messages.find((message) => message.id === failure?.detail.newest);
  switch (failure?.error) {
    case undefined:
      return null;
    case "thread-moved-on":
      return newest
        ? t("reply.movedOn", { name: newest.authorName ?? newest.fromName ?? t("message.customer") })
        : t("reply.movedOnSomebody");
    case "key-reused":
      return t("reply.keyReused");
    case "cannot-reply":
      return t("reply.cannotReply");
    case "invalid":
      return t("reply.invalid");
    case "network":
      return t("reply.network");
    default:
      return t("reply.failed");
  }
}
