// Send, asked about once with the number. Whatever happens, what was written stays until it is on its way.
import { useNavigate } from "@remix-run/react";
import { BlockStack, Button, InlineError, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import type { RequestDraft } from "./draft.ts";

export function Send({ draft, store }: { draft: RequestDraft; store: { id: string; senderName: string } }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [missing, setMissing] = useState<"recipients" | "subject" | "text" | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const sendable = draft.letters.filter(({ unresolved }) => !unresolved.length);
  const count = sendable.length;

  const ask = () => {
    const lacks = !draft.recipients.length
      ? "recipients"
      : !draft.subject.trim()
        ? "subject"
        : !draft.text.trim()
          ? "text"
          : null;
    setMissing(lacks);
    setFailure(null);
    if (!lacks && count) setAsking(true);
  };

  const send = async () => {
    setSending(true);
    const result = await callVerb<{ requestId: string }>("POST", "/app/requests/start", {
      requestKey: draft.requestKey,
      storeId: store.id,
      subject: draft.subject,
      text: draft.text,
      recipients: JSON.stringify(sendable.map(({ recipient }) => recipient)),
    });
    setSending(false);
    setAsking(false);
    if (result.ok) return navigate(`/app/requests/${result.data.requestId}`);
    if (result.error === "key-reused") draft.renewKey();
    setFailure(result);
  };

  return (
    <BlockStack gap="200">
      {failure ? (
        <div role="alert">
          <InlineError fieldID="send" message={t(`requests.${wordsFor(failure)}`)} />
        </div>
      ) : null}
      {missing ? (
        <div role="alert">
          <InlineError fieldID="send" message={t(`requests.missing.${missing}`)} />
        </div>
      ) : null}
      <Button
        variant="primary"
        size="large"
        fullWidth
        onClick={ask}
        disabled={draft.recipients.length > 0 && !count}
      >
        {count ? t("requests.send", { count }) : t("requests.sendNothing")}
      </Button>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t("requests.confirmTitle", { count })}
        primaryAction={{
          content: t("requests.send", { count }),
          onAction: () => void send(),
          loading: sending,
        }}
        secondaryActions={[
          { content: t("requests.cancel"), onAction: () => setAsking(false), disabled: sending },
        ]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Text as="p">{t("requests.confirmText", { store: store.senderName })}</Text>
            <Text as="p" tone="caution">
              {t("requests.warning")}
            </Text>
          </BlockStack>
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}

const wordsFor = ({ error }: VerbFailure): "network" | "keyReused" | "failed" =>
  error === "network" ? "network" : error === "key-reused" ? "keyReused" : "failed";
