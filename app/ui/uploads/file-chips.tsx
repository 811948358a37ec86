import { Button, Icon } from "@shopify/polaris";
import { AlertCircleIcon, AttachmentIcon, ImageIcon, XSmallIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../files/file.ts";
import { encodedSize, MOST_ENCODED_BYTES } from "../../mail/size.ts";
import { formatBytes } from "../bytes.ts";
import { useClock } from "../clock.tsx";
import { sizeWords } from "./size-words.ts";
import { mayRetry, type Upload } from "./upload.ts";
import type { Uploads } from "./use-uploads.ts";
import styles from "./uploads.module.css";

/** The files a mail will carry: those that have come, those on their way, and those that failed. */
export function FileChips(props: {
  files: ShownFile[];
  uploads: Uploads;
  onRemove: (file: ShownFile) => void;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const attached = props.files.filter(({ inline }) => !inline);
  const waiting = props.uploads.uploads.filter(({ state }) => state !== "done");
  if (!attached.length && !waiting.length) return null;
  return (
    <ul className={styles.files} aria-label={t("uploads.attached")} data-testid="attached">
      {attached.map((file) => (
        <li key={file.id} className={styles.file} data-testid="attached-file">
          <span className={styles.icon}>
            <Icon source={AttachmentIcon} tone="subdued" />
          </span>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{formatBytes(file.size, reader.locale)}</span>
          <Remove label={t("uploads.remove", { name: file.name })} onUse={() => props.onRemove(file)} />
        </li>
      ))}
      {waiting.map((upload) => (
        <UploadChip key={upload.key} upload={upload} uploads={props.uploads} />
      ))}
    </ul>
  );
}

function UploadChip({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { name, size } = upload.file;
  const failed = upload.state === "failed";
  const part = Math.round(upload.progress * 100);
  return (
    <li className={styles.file} data-failed={failed} data-testid="upload" data-state={upload.state}>
      <span className={styles.icon}>
        <Icon source={failed ? AlertCircleIcon : upload.inline ? ImageIcon : AttachmentIcon} />
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.size}>{formatBytes(size, reader.locale)}</span>
      {failed ? (
        <span className={styles.reason} role="alert">
          <Reason upload={upload} />
          {mayRetry(upload) ? (
            <Button variant="plain" size="micro" onClick={() => uploads.retry(upload)}>
              {t("uploads.retry")}
            </Button>
          ) : null}
        </span>
      ) : (
        <progress
          className={styles.progress}
          max={100}
          value={part}
          aria-label={t("uploads.sending", { name })}
        />
      )}
      <Remove
        label={t(failed ? "uploads.remove" : "uploads.cancel", { name })}
        onUse={() => uploads.drop(upload)}
      />
    </li>
  );
}

function Reason({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  switch (upload.reason) {
    case "too-large":
      return t("uploads.failed.too-large", {
        size: sizeWords(encodedSize(upload.file.size), reader.locale),
        most: sizeWords(MOST_ENCODED_BYTES, reader.locale),
      });
    case "type":
    case "network":
      return t(`uploads.failed.${upload.reason}`);
    default:
      return t("uploads.failed.other");
  }
}

function Remove({ label, onUse }: { label: string; onUse: () => void }) {
  return (
    <button type="button" className={styles.remove} aria-label={label} title={label} onClick={onUse}>
      <Icon source={XSmallIcon} />
    </button>
  );
}
