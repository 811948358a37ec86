// A list to choose from, in a popover, on a telephone in a sheet: typed into when it is long, moved through by the arrow keys, Enter chooses.
import { Icon } from "@shopify/polaris";
import { CheckSmallIcon } from "@shopify/polaris-icons";
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog.tsx";
import { findChoices } from "./find-choices.ts";
import { useNarrow } from "./use-narrow.ts";
import { Popover } from "./popover.tsx";
import styles from "./picker.module.css";

export interface Choice {
  id: string;
  name: string;
  /** stands before the name */
  look?: ReactNode;
  /** stands after it: when, how much */
  hint?: string;
}

export interface PickerProps {
  /** the button that opens it; the focus goes back to it */
  activator: ReactElement;
  open: boolean;
  onClose: () => void;
  /** what is chosen, for screen readers and as the field's placeholder */
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onPick: (id: string) => void;
  /** several may be chosen: choosing one leaves it open */
  many?: boolean;
  /** offered at the end for what was typed */
  extra?: (typed: string) => Choice | null;
  onPickExtra?: (typed: string) => void;
  children?: ReactNode;
}

const SHORT = 8;

export function Picker({ activator, open, onClose, ...list }: PickerProps) {
  const holder = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  const narrow = useNarrow();
  useEffect(() => {
    // Unless whoever closed it has gone elsewhere by a click.
    const inside = document.activeElement?.closest("[data-portal-id]");
    const lost = document.activeElement === document.body || inside;
    if (wasOpen.current && !open && lost)
      holder.current?.querySelector("button")?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);
  const holding = <span ref={holder}>{activator}</span>;
  if (narrow)
    return (
      <>
        {holding}
        {open ? (
          <Dialog title={list.label} onClose={onClose} sheet>
            <Choices {...list} onClose={onClose} sheet />
          </Dialog>
        ) : null}
      </>
    );
  return (
    <Popover
      active={open}
      activator={holding}
      onClose={onClose}
      autofocusTarget="none"
      preferredAlignment="left"
      ariaHaspopup="listbox"
    >
      <Choices {...list} onClose={onClose} />
    </Popover>
  );
}

function Choices(props: Omit<PickerProps, "activator" | "open"> & { sheet?: boolean }) {
  const { t } = useTranslation();
  const { choices, chosen, many = false, sheet = false } = props;
  const [typed, setTyped] = useState("");
  const [moved, setMoved] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const searchable = choices.length > SHORT || props.extra !== undefined;
  const extra = typed.trim() ? (props.extra?.(typed) ?? null) : null;
  const shown = extra ? [...findChoices(choices, typed), extra] : findChoices(choices, typed);
  // What is chosen already comes first into view; what was typed is meant by its best match.
  const at =
    shown.find((choice) => choice.id === moved) ??
    shown.find((one) => !typed && chosen.includes(one.id)) ??
    shown[0];

  useEffect(() => {
    // Once the popover has found its place: focusing earlier would scroll the page. In a sheet the field waits to be
    // touched: a telephone's keyboard would cover the choices.
    const frame = requestAnimationFrame(() =>
      ((sheet ? null : field.current) ?? list.current)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [sheet]);
  useEffect(() => {
    list.current?.querySelector("[data-at=true]")?.scrollIntoView({ block: "nearest" });
  }, [at?.id]);

  const pick = (choice: Choice) => {
    if (choice === extra) props.onPickExtra?.(typed);
    else props.onPick(choice.id);
    if (!many) return props.onClose();
    setTyped("");
    setMoved(choice.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = STEPS[event.key]?.(at ? shown.indexOf(at) : -1, shown.length);
    if (next !== undefined) setMoved(shown[next]?.id ?? null);
    else if (event.key === "Enter" && at) pick(at);
    else return;
    event.preventDefault();
  };
  const active = at ? `${id}-${at.id}` : undefined;
  return (
    <div className={styles.picker} onKeyDown={onKeyDown} data-sheet={sheet} data-testid="picker">
      {searchable ? (
        <input
          ref={field}
          className={styles.field}
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={active}
          aria-autocomplete="list"
          aria-label={props.label}
          placeholder={props.label}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setMoved(null);
          }}
        />
      ) : null}
      <ul
        ref={list}
        id={id}
        className={styles.list}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={many}
        {...(searchable && !sheet ? {} : { tabIndex: 0, "aria-activedescendant": active })}
      >
        {shown.map((choice) => (
          <li
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            className={styles.choice}
            aria-selected={chosen.includes(choice.id)}
            data-at={choice === at}
            data-testid="choice"
            // The focus stays where it is: Escape is heard there.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            {choice.look ? <span className={styles.look}>{choice.look}</span> : null}
            <span className={styles.name} title={choice.name}>
              {choice.name}
            </span>
            {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
            <span className={styles.check}>
              {chosen.includes(choice.id) ? <Icon source={CheckSmallIcon} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {shown.length ? null : (
        <p className={styles.nothing} role="status">
          {t("state.picker.nothing")}
        </p>
      )}
      {extra ? props.children : null}
    </div>
  );
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % Math.max(count, 1),
  ArrowUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};
