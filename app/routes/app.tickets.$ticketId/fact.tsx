import type { ReactNode } from "react";
import styles from "./details.module.css";

/** One line of a list of facts; stands inside a <dl>. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
