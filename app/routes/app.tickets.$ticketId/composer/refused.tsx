import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MOST_ENCODED_BYTES } from "../../../mail/size.ts";
import type { DraftMode } from "../../../tickets/drafts/draft.ts";
import { useClock } from "../../../ui/clock.tsx";
import { sizeWords } from "../../../ui/uploads/size-words.ts";
import type { VerbFailure } from "../../../ui/verb.ts";
import type { Writing } from "./use-writing.ts";

/** Why Send was refused, in place, with everything untouched below. */
export function Refused({ writing }: { writing: Writing }) {
  const { t } = useTranslation();
  const { failure, mode, sendable } = writing;
  const words = useRefusal(failure, mode);
  if (!failure || !words) return null;
  const again = failure.error === "network" || failure.error === "unexpected";
  const retry = { content: t("reply.tryAgain"), onAction: () => void writing.send(), disabled: !sendable };
  return (
    <div role="alert" data-testid="send-refused" data-error={failure.error}>
      <Banner tone="critical" {...(again ? { action: retry } : {})}>
        {words}
      </Banner>
    </div>
  );
}

function useRefusal(failure: VerbFailure | null, mode: DraftMode): string | null {
  const { t } = useTranslation();
  const { reader } = useClock();
  if (!failure) return null;
  const { detail } = failure;
  const size = (bytes: unknown) => sizeWords(Number(bytes) || MOST_ENCODED_BYTES, reader.locale);
  switch (failure.error) {
    case "key-reused":
      return t("reply.keyReused");
    case "cannot-reply":
      return t("reply.cannotReply");
    case "too-large":
      if (!detail.size) return t("reply.invalid");
      return t("reply.tooLarge", { size: size(detail.size), most: size(detail.most) });
    case "invalid": {
      const field = fieldOf(detail);
      if (detail.reason === "variables")
        return t("macros.refused", { names: [detail.names].flat().join(", ") });
      if (detail.reason === "too-many") return t("reply.tooManyRecipients", { most: Number(detail.most) });
      if (detail.reason === "type") return `${String(detail.name)}: ${t("uploads.failed.type")}`;
      if (field === "mentions") return t("compose.mentionGone");
      if (field === "files") return t("reply.invalidFiles");
      return field ? t("reply.invalidRecipients", { where: t(`recipients.${field}`) }) : t("reply.invalid");
    }
    case "network":
      return t(`compose.failed.network.${mode}`);
    default:
      return t(`compose.failed.other.${mode}`);
  }
}

/** Which field of the form was refused; null for the text. */
function fieldOf(detail: Record<string, unknown>): "to" | "cc" | "bcc" | "files" | "mentions" | null {
  const named = [detail.fields, detail.field].flat().map((field) => String(field).split(".")[0]);
  return (["to", "cc", "bcc", "files", "mentions"] as const).find((field) => named.includes(field)) ?? null;
}
