import styles from "./sheet.module.css";

/** How many of something: a number field a thumb can use. */
export function Pieces(props: {
  label: string;
  value: number;
  least?: number;
  most: number;
  onChange: (value: number) => void;
}) {
  const { least = 0, most } = props;
  return (
    <input
      type="number"
      inputMode="numeric"
      className={styles.pieces}
      aria-label={props.label}
      min={least}
      max={most}
      step={1}
      value={props.value}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => {
        const typed = Math.floor(Number(currentTarget.value));
        if (Number.isFinite(typed)) props.onChange(Math.min(most, Math.max(least, typed)));
      }}
    />
  );
}
