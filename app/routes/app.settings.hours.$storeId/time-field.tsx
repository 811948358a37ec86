import { TextField } from "@shopify/polaris";
import styles from "./hours.module.css";

/** The browser's own field for a time of day. */
export function TimeField(props: {
  label: string;
  value: string;
  onChange: (time: string) => void;
  readOnly: boolean;
}) {
  const { label, value, onChange, readOnly } = props;
  return (
    <div className={styles.time}>
      <TextField
        type="time"
        label={label}
        labelHidden
        value={value}
        onChange={(typed) => onChange(typed.slice(0, 5))}
        autoComplete="off"
        readOnly={readOnly}
      />
    </div>
  );
}
