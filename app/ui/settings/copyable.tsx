// Something to take elsewhere: shown whole, copied by one press.
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { ClipboardIcon } from "@shopify/polaris-icons";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";

export function Copyable({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const id = useId();
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    if (await toClipboard(value, shown.current)) shopify.toast.show(t("settings.copied"));
  };
  return (
    <div className={styles.copyable}>
      <span className={styles.copyLabel} id={id}>
        {label}
      </span>
      <code className={styles.value} ref={shown} aria-labelledby={id} data-testid="copyable">
        {value}
      </code>
      <Button
        icon={ClipboardIcon}
        onClick={() => void copy()}
        accessibilityLabel={t("settings.copyOf", { what: label })}
      >
        {t("settings.copy")}
      </Button>
    </div>
  );
}

/** A frame may be without the right to the clipboard: then the old way, and at least all of it is selected. */
async function toClipboard(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
