import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MOST_ENCODED_BYTES } from "../../../mail/size.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { useClock } from "../../../ui/clock.tsx";
import { sizeWords } from "../../../ui/uploads/size-words.ts";
import type { VerbFailure } from "../../../ui/verb.ts";

/** Why Send was refused, in place, with everything untouched below. */
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
  const { reader } = useClock();
  if (!failure) return null;
  const { detail } = failure;
  const newest = ticket.messages.find((message) => message.id === detail.newest);
  const size = (bytes: unknown) => sizeWords(Number(bytes) || MOST_ENCODED_BYTES, reader.locale);
  switch (failure.error) {
    case "thread-moved-on":
      return newest
        ? t("reply.movedOn", { name: newest.authorName ?? newest.fromName ?? t("message.customer") })
        : t("reply.movedOnSomebody");
    case "key-reused":
      return t("reply.keyReused");
    case "cannot-reply":
      return t("reply.cannotReply");
    case "too-large":
      if (!detail.size) return t("reply.invalid");
      return t("reply.tooLarge", { size: size(detail.size), most: size(detail.most) });
    case "invalid": {
      const field = fieldOf(detail);
      if (detail.reason === "too-many") return t("reply.tooManyRecipients", { most: Number(detail.most) });
      if (detail.reason === "type") return `${String(detail.name)}: ${t("uploads.failed.type")}`;
      if (field === "files") return t("reply.invalidFiles");
      return field ? t("reply.invalidRecipients", { where: t(`recipients.${field}`) }) : t("reply.invalid");
    }
    case "network":
      return t("reply.network");
    default:
      return t("reply.failed");
  }
}

/** Which field of the form was refused; null for the text. */
function fieldOf(detail: Record<string, unknown>): "to" | "cc" | "bcc" | "files" | null {
  const named = [detail.fields, detail.field].flat().map((field) => String(field).split(".")[0]);
  return (["to", "cc", "bcc", "files"] as const).find((field) => named.includes(field)) ?? null;
}
