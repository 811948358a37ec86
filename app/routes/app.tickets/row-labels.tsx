import { useMemo } from "react";
import { useDirectory } from "../../ui/directory.tsx";
import { LabelTag } from "../../ui/label.tsx";
import { labelsById } from "./labels-by-id.ts";
import styles from "./row.module.css";

const SHOWN = 3;

/** The first few labels; how many more there are, and which, on hover. */
export function RowLabels({ ids }: { ids: string[] }) {
  const { labels: known } = useDirectory();
  const labels = useMemo(() => ids.flatMap((id) => labelsById(known).get(id) ?? []), [ids, known]);
  if (!labels.length) return null;
  const rest = labels.slice(SHOWN);
  return (
    <span className={styles.labels}>
      {labels.slice(0, SHOWN).map((label) => (
        <LabelTag key={label.id} name={label.name} color={label.color} />
      ))}
      {rest.length ? (
        <span title={rest.map(({ name }) => name).join(", ")} className={styles.moreLabels}>
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}
