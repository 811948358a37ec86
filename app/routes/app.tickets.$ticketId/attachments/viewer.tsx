// A picture or a PDF large, over the page; the other ones of the message are a key away.
import { Modal } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../../files/file.ts";
import { PdfPages } from "./pdf-pages.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import styles from "./attachments.module.css";

export function Viewer(props: {
  file: ShownFile;
  /** what can be shown of the same message, this file among them */
  among: ShownFile[];
  onTurn: (file: ShownFile) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { file, among, onTurn, onClose } = props;
  const at = among.findIndex(({ id }) => id === file.id);
  const [before, after] = [among[at - 1], among[at + 1]];
  useArrows((step) => {
    const next = step < 0 ? before : after;
    if (next) onTurn(next);
  });
  return (
    <Modal
      open
      size="large"
      title={file.name}
      onClose={onClose}
      primaryAction={{ content: t("files.save"), onAction: () => saveFile(file.url ?? "", file.name) }}
      secondaryActions={
        among.length > 1
          ? [
              { content: t("files.before"), disabled: !before, onAction: () => before && onTurn(before) },
              { content: t("files.after"), disabled: !after, onAction: () => after && onTurn(after) },
            ]
          : []
      }
    >
      <Modal.Section>
        {file.contentType === "application/pdf" ? (
          <PdfPages key={file.id} file={file} />
        ) : (
          <img
            key={file.id}
            className={styles.large}
            src={file.url ?? ""}
            alt={file.name}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            data-testid="large-picture"
          />
        )}
      </Modal.Section>
    </Modal>
  );
}

function useArrows(turn: (step: -1 | 1) => void): void {
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      if (key === "ArrowLeft") turn(-1);
      if (key === "ArrowRight") turn(1);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
