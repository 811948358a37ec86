import type { LabelColor } from "../tickets/label.ts";
import styles from "./label.module.css";

/** A label as a small coloured tag; a long name is cut, and whole on hover. */
export const LabelTag = ({ name, color }: { name: string; color: LabelColor }) => (
  <span className={`${styles.tint} ${styles.label}`} data-color={color} title={name} data-testid="label">
    {name}
  </span>
);

/** Only its colour, before a name that stands beside it. */
export const LabelDot = ({ color }: { color: LabelColor }) => (
  <span className={`${styles.tint} ${styles.dot}`} data-color={color} aria-hidden="true" />
);
