// One file: what it is called, what it is, how large, and the way to it. A dangerous one warns and asks first.
import { Button, Icon, Modal, Text } from "@shopify/polaris";
import {
  AlertTriangleIcon,
  FileIcon,
  ImageIcon,
  ImportIcon,
  PageIcon,
  ViewIcon,
} from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { previewOf } from "../../../files/preview.ts";
import type { ShownFile } from "../../../files/file.ts";
import { formatBytes } from "../../../ui/bytes.ts";
import { useClock } from "../../../ui/clock.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { useRemark } from "./remark.ts";
import styles from "./attachments.module.css";

/** `onOpen` null: it can't be shown here. */
export function FileRow({ file, onOpen }: { file: ShownFile; onOpen: (() => void) | null }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const [asking, setAsking] = useState(false);
  const remark = useRemark()(file);
  const { url, danger } = file;
  const showable = onOpen && previewOf(file) === "pdf";
  return (
    <li className={styles.row} data-testid="file" data-danger={danger ?? undefined}>
      <span className={styles.icon}>
        <Icon source={iconOf(file)} tone={danger ? "critical" : "subdued"} />
      </span>
      <span className={styles.about}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        <span className={styles.remark}>
          {file.size ? <span className={styles.size}>{formatBytes(file.size, reader.locale)}</span> : null}
          {remark ? <span data-testid="file-remark">{remark}</span> : null}
        </span>
      </span>
      {showable ? (
        <Button
          icon={ViewIcon}
          variant="tertiary"
          onClick={onOpen}
          accessibilityLabel={t("files.show", { name: file.name })}
        />
      ) : null}
      {url ? (
        <Button
          icon={ImportIcon}
          variant="tertiary"
          onClick={() => (danger ? setAsking(true) : saveFile(url, file.name))}
          accessibilityLabel={t("files.download", { name: file.name })}
        />
      ) : null}
      {url && danger ? (
        <Modal
          open={asking}
          onClose={() => setAsking(false)}
          title={t("files.sure.title")}
          primaryAction={{
            content: t("files.sure.download"),
            destructive: true,
            onAction: () => {
              setAsking(false);
              saveFile(url, file.name);
            },
          }}
          secondaryActions={[{ content: t("files.sure.cancel"), onAction: () => setAsking(false) }]}
        >
          <Modal.Section>
            <Text as="p" breakWord>
              {file.name}: {remark}
            </Text>
            <Text as="p">{t("files.sure.text")}</Text>
          </Modal.Section>
        </Modal>
      ) : null}
    </li>
  );
}

function iconOf({ danger, missing, contentType }: ShownFile) {
  if (danger || missing) return AlertTriangleIcon;
  if (contentType.startsWith("image/")) return ImageIcon;
  return contentType === "application/pdf" || contentType.startsWith("text/") ? PageIcon : FileIcon;
}
