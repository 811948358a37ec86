import { Button, type IconSource } from "@shopify/polaris";

/** What opens one of the controls: what it is now, in a word. */
export function ControlButton(props: {
  icon: IconSource;
  /** what is shown */
  value: string;
  /** what a screen reader hears: the value with what it is of */
  label: string;
  open: boolean;
  onClick: () => void;
  tone?: "critical";
}) {
  return (
    <Button
      size="slim"
      icon={props.icon}
      disclosure={props.open ? "up" : "down"}
      accessibilityLabel={props.label}
      ariaExpanded={props.open}
      onClick={props.onClick}
      {...(props.tone ? { tone: props.tone } : {})}
    >
      {props.value}
    </Button>
  );
}
