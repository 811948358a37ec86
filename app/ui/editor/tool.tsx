import { Icon, type IconSource } from "@shopify/polaris";
import styles from "./editor.module.css";

/** A button of the toolbar: what it does and its keys on hover, pressed where the cursor stands in such text. */
export function Tool(props: {
  label: string;
  icon: IconSource;
  /** "Mod+B" */
  keys: string | null;
  /** null for what is done and not switched on */
  pressed: boolean | null;
  disabled: boolean;
  /** Tab stops here */
  stop: boolean;
  onUse: () => void;
}) {
  const keys = props.keys ? keysHere(props.keys) : null;
  return (
    <button
      type="button"
      className={styles.tool}
      data-tool
      aria-label={props.label}
      title={keys ? `${props.label} (${keys})` : props.label}
      {...(props.pressed === null ? {} : { "aria-pressed": props.pressed })}
      aria-disabled={props.disabled}
      tabIndex={props.stop ? 0 : -1}
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!props.disabled) props.onUse();
      }}
    >
      <Icon source={props.icon} />
    </button>
  );
}

/** As they are called on this keyboard. */
function keysHere(keys: string): string {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return apple ? keys.replace("Mod+", "⌘").replace("Shift+", "⇧") : keys.replace("Mod", "Ctrl");
}
