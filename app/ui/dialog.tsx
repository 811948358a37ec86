// The browser's own dialog: it keeps the focus inside, Escape closes it, and the focus goes back to where it was.
import { Button } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialog.module.css";

export function Dialog(props: {
  title: string;
  onClose: () => void;
  /** the title is for screen readers only */
  bare?: boolean;
  /** along the lower edge of the screen, where a thumb reaches */
  sheet?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { onClose } = props;
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-sheet={props.sheet}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head} data-bare={props.bare}>
          <h2 id={title}>{props.title}</h2>
          {props.bare ? null : (
            <Button
              icon={XIcon}
              variant="tertiary"
              accessibilityLabel={t("commands.close")}
              onClick={onClose}
            />
          )}
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
