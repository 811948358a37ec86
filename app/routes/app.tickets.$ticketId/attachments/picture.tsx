import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../../files/file.ts";
import { FileRow } from "./file-row.tsx";
import styles from "./attachments.module.css";

const WIDEST = 240;
const HIGHEST = 160;

/** A picture small; its place is kept while it loads. One that the browser can't draw becomes a row. */
export function Picture({ file, onOpen }: { file: ShownFile; onOpen: () => void }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) return <FileRow file={file} onOpen={null} />;
  const { width, height } = fitted(file.width ?? 1, file.height ?? 1);
  return (
    <li>
      <button
        type="button"
        className={styles.picture}
        title={file.name}
        onClick={onOpen}
        aria-label={t("files.show", { name: file.name })}
        data-testid="picture"
      >
        <img
          src={file.url ?? ""}
          alt=""
          width={width}
          height={height}
          loading="lazy"
          onError={() => setBroken(true)}
        />
      </button>
    </li>
  );
}

/** As large as it is, but not larger than the frame; never too thin to hit. */
function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return { width: Math.max(32, Math.round(width * scale)), height: Math.max(32, Math.round(height * scale)) };
}
