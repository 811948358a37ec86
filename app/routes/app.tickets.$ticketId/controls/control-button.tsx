import { Button, type IconSource } from "@shopify/polaris";

/** What opens one of the controls: what it is now, in a word, or as a sign alone. */
export function ControlButton(props: {
  icon: IconSource;
  /** what is shown; null: the sign alone, and the label on hover */
  value: string | null;
  /** what a screen reader hears: the value with what it is of */
  label: string;
  open: boolean;
  onClick: () => void;
  compact?: boolean;
  tone?: "critical";
}) {
  const { value, label, open, compact = false } = props;
  const common = {
    size: "slim",
    icon: props.icon,
    accessibilityLabel: label,
    ariaExpanded: open,
    onClick: props.onClick,
  } as const;
  return (
    <span title={label}>
      {value === null ? (
        <Button {...common} />
      ) : (
        <Button
          {...common}
          disclosure={compact ? false : open ? "up" : "down"}
          {...(props.tone ? { tone: props.tone } : {})}
        >
          {value}
        </Button>
      )}
    </span>
  );
}
