import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./uploads.module.css";

/** Takes files that are dropped anywhere on it, and shows that it does as soon as some are above it. */
export function DropZone({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const withFiles = (use: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    // Not the editor's: it would put them into the text.
    event.stopPropagation();
    use(event);
  };
  const enter = (step: 1 | -1) => {
    depth.current += step;
    setOver(depth.current > 0);
  };
  return (
    <div
      className={styles.zone}
      onDragEnterCapture={withFiles(() => enter(1))}
      onDragLeaveCapture={withFiles(() => enter(-1))}
      onDragOverCapture={withFiles((event) => {
        event.dataTransfer.dropEffect = "copy";
      })}
      onDropCapture={withFiles((event) => {
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      })}
    >
      {children}
      {over ? (
        <div className={styles.drop} data-testid="drop-zone">
          {t("uploads.drop")}
        </div>
      ) : null}
    </div>
  );
}
