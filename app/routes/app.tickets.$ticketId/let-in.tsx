import { Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { useOptimistic } from "./use-optimistic.ts";
import { VerbFailed } from "./verb-failed.tsx";

/** Under a message of somebody outside the conversation: what that means, and how to let them in or out. */
export function LetIn({ ticketId, message }: { ticketId: string; message: ThreadMessage }) {
  const { t } = useTranslation();
  const letIn = useOptimistic(message.letIn);
  if (!message.fromAddress) return null;
  const path = `/app/tickets/${ticketId}/messages/${message.id}/participant`;
  return (
    <div data-testid="let-in" data-let-in={letIn.value}>
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" tone="subdued" variant="bodySm">
          {letIn.value ? t("participants.inside") : t("participants.help")}
        </Text>
        <Button
          size="micro"
          onClick={() => void letIn.change(!letIn.value, letIn.value ? "DELETE" : "POST", path)}
        >
          {letIn.value ? t("participants.remove") : t("participants.add")}
        </Button>
      </InlineStack>
      <VerbFailed failure={letIn.failure} onDismiss={letIn.forget} />
    </div>
  );
}
