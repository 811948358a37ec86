// Giving a chat to somebody else, with a word for them.
import { Banner, BlockStack, Button, Modal, Select, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { useAgent } from "../../../ui/agent.tsx";
import { useCommands } from "../../../ui/commands/registry.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import { htmlOfText } from "../../../ui/editor/text.ts";
import { callVerb } from "../../../ui/verb.ts";
import { useVerbs } from "../controls/verbs.tsx";

export function HandOver({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useCommands([
    { id: "chat.handOver", label: t("chat.handOver.do"), section: "ticket", run: () => setOpen(true) },
  ]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("chat.handOver.do")}</Button>
      {open ? <HandOverDialog ticketId={ticket.id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HandOverDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useAgent();
  const { agents, departments } = useDirectory();
  const { assign, setDepartment } = useVerbs();
  const others = agents.filter(({ id }) => id !== me.id);
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  // Pressed again after a lost answer it is still the same note.
  const requestKey = useRef(crypto.randomUUID());
  const give = async () => {
    setBusy(true);
    setFailed(false);
    if (note.trim()) {
      const fields = {
        html: htmlOfText(note.trim()),
        files: "[]",
        actions: "[]",
        requestKey: requestKey.current,
      };
      const result = await callVerb("POST", `/app/tickets/${ticketId}/notes`, fields);
      if (!result.ok) {
        setBusy(false);
        return setFailed(true);
      }
    }
    const [kind, id = ""] = to.split(":");
    if (kind === "agent") assign(id);
    else {
      setDepartment(id);
      assign(null);
    }
    onClose();
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={t("chat.handOver.title")}
      primaryAction={{
        content: t("chat.handOver.do"),
        disabled: !to,
        loading: busy,
        onAction: () => void give(),
      }}
      secondaryActions={[{ content: t("spam.cancel"), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {failed ? <Banner tone="critical">{t("chat.handOver.failed")}</Banner> : null}
          <Select
            label={t("chat.handOver.to")}
            placeholder={t("chat.handOver.choose")}
            options={[
              {
                title: t("chat.handOver.colleagues"),
                options: others.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
              },
              {
                title: t("chat.handOver.departments"),
                options: departments.map(({ id, name }) => ({ value: `department:${id}`, label: name })),
              },
            ].filter(({ options }) => options.length)}
            value={to}
            onChange={setTo}
          />
          <TextField
            label={t("chat.handOver.note")}
            helpText={t("chat.handOver.noteHelp")}
            value={note}
            onChange={setNote}
            multiline={3}
            maxLength={2000}
            autoComplete="off"
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
