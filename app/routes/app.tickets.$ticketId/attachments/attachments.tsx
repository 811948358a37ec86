// The files of a message: pictures as pictures, the rest as rows that say what they are.
import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { previewOf } from "../../../files/preview.ts";
import type { ShownFile } from "../../../files/file.ts";
import type { ThreadMessage } from "../../../tickets/thread.server.ts";
import { FileRow } from "./file-row.tsx";
import { Picture } from "./picture.tsx";
import { shownFiles } from "./shown-files.ts";
import { Viewer } from "./viewer.tsx";
import styles from "./attachments.module.css";

/** More than this is folded: a mail may bring hundreds. */
const FIRST = 12;

export function Attachments({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<ShownFile | null>(null);
  const { pictures, others } = shownFiles(message);
  const count = pictures.length + others.length;
  if (!count) return null;
  const viewable = [...pictures, ...others.filter((file) => previewOf(file) === "pdf")];
  const shown = all ? [...pictures, ...others] : [...pictures, ...others].slice(0, FIRST);
  return (
    <section className={styles.files} aria-label={t("files.title", { count })} data-testid="files">
      <ul className={styles.pictures}>
        {shown
          .filter((file) => pictures.includes(file))
          .map((file) => (
            <Picture key={file.id} file={file} onOpen={() => setOpen(file)} />
          ))}
      </ul>
      <ul className={styles.rows}>
        {shown
          .filter((file) => others.includes(file))
          .map((file) => (
            <FileRow key={file.id} file={file} onOpen={() => setOpen(file)} />
          ))}
      </ul>
      {shown.length < count ? (
        <Button variant="plain" onClick={() => setAll(true)}>
          {t("files.showAll", { count })}
        </Button>
      ) : null}
      {open ? <Viewer file={open} among={viewable} onTurn={setOpen} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
