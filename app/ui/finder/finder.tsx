// Choosing something to put into a text: type to find it, the arrows go along the list, Enter takes. It stands where
// the cursor is; on a telephone it is a sheet from below.
import { Button } from "@shopify/polaris";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./finder.module.css";

export interface Place {
  left: number;
  top: number;
  bottom: number;
}

export function Finder<T extends { id: string }>(props: {
  title: string;
  /** what can be typed, for who does not see it */
  find: string;
  testId: string;
  /** where the cursor stands, for wide screens */
  at: Place | null;
  typed: string;
  onTyped: (typed: string) => void;
  shown: readonly T[];
  current: T | undefined;
  onMove: (item: T | undefined) => void;
  onTake: (item: T) => void;
  /** a finger, or a click */
  onTap: (item: T) => void;
  /** nothing was chosen; `typed` is what had been typed by then, null: not even the sign was meant */
  onClose: (typed: string | null) => void;
  optionOf: (item: T) => ReactNode;
  /** in place of a list that is empty */
  nothing: ReactNode;
  /** beside the list: more of the current one; without it the list stands alone */
  beside?: ReactNode;
}) {
  const { t } = useTranslation();
  const { typed, shown, current, onClose } = props;
  const [list, title] = [useId(), useId()];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${list}-${current?.id}`)?.scrollIntoView({ block: "nearest" });
  }, [list, current?.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const inField = event.target instanceof HTMLInputElement;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey);
    if (step) {
      const at = current ? shown.indexOf(current) : 0;
      props.onMove(shown[(at + step + shown.length) % (shown.length || 1)]);
    } else if (takes && inField && current) props.onTake(current);
    else if (event.key === "Backspace" && inField && typed === "") onClose(null);
    else if (event.key === " " && inField && typed === "") onClose(" ");
    else if (event.key !== "Enter" || !inField) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.finder}
      aria-labelledby={title}
      data-testid={props.testId}
      data-alone={props.beside === undefined}
      style={props.at ? placed(props.at) : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose(typed);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose(typed);
      }}
      onKeyDown={onKeyDown}
    >
      <h2 id={title} className={styles.unseen}>
        {props.title}
      </h2>
      <div className={styles.find}>
        <input
          className={styles.field}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          {...(current ? { "aria-activedescendant": `${list}-${current.id}` } : {})}
          aria-label={props.find}
          placeholder={props.find}
          value={typed}
          maxLength={100}
          autoComplete="off"
          autoFocus
          onChange={({ currentTarget }) => props.onTyped(currentTarget.value)}
        />
        <Button variant="tertiary" onClick={() => onClose(typed)}>
          {t("state.cancel")}
        </Button>
      </div>
      <div className={styles.both}>
        <ul id={list} role="listbox" aria-label={props.title} className={styles.list}>
          {shown.map((item) => (
            <li
              key={item.id}
              id={`${list}-${item.id}`}
              role="option"
              aria-selected={item === current}
              className={styles.option}
              onPointerMove={({ pointerType }) => {
                if (pointerType === "mouse") props.onMove(item);
              }}
              onClick={() => props.onTap(item)}
            >
              {props.optionOf(item)}
            </li>
          ))}
        </ul>
        {props.beside}
        {shown.length ? null : (
          <div className={styles.nothing} role="status">
            {props.nothing}
          </div>
        )}
      </div>
    </dialog>
  );
}

/** What one of them is called, cut where there is no room. */
export const OptionName = ({ children }: { children: string }) => (
  <span className={styles.name} title={children}>
    {children}
  </span>
);

/** Above the cursor where there is more room than below. */
function placed({ left, top, bottom }: Place) {
  const above = top > window.innerHeight - bottom;
  return {
    "--finder-left": `${left}px`,
    "--finder-top": above ? "auto" : `${bottom}px`,
    "--finder-bottom": above ? `${window.innerHeight - top}px` : "auto",
    "--finder-room": `${above ? top : window.innerHeight - bottom}px`,
  } as Record<string, string>;
}
