import { Icon } from "@shopify/polaris";
import { XSmallIcon } from "@shopify/polaris-icons";
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Person } from "../../mail/person.ts";
import { parsePeople, withPeople } from "./parse-people.ts";
import { fullName } from "./full-name.ts";
import styles from "./recipients.module.css";

/**
 * Addresses, each with a way to remove it, and a place to type or paste more. Enter, a comma or leaving the field
 * adds what is written; what is no address stays written, and says so.
 */
export function PeopleField(props: {
  label: string;
  people: Person[];
  onChange: (people: Person[]) => void;
  /** addresses that need no warning; null: nobody does */
  known: ReadonlySet<string> | null;
  /** something is written that is no address */
  onUnfinished: (unfinished: boolean) => void;
  focusFirst?: boolean;
}) {
  const { t } = useTranslation();
  const { people } = props;
  const [written, setWritten] = useState("");
  const [invalid, setInvalid] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const strangers = props.known ? people.filter(({ address }) => !props.known?.has(address)) : [];

  const write = (text: string) => {
    setWritten(text);
    setInvalid([]);
    if (!text.trim()) props.onUnfinished(false);
  };
  const add = (text: string, goesOn = false) => {
    const parsed = parsePeople(text);
    if (parsed.people.length) props.onChange(withPeople(people, parsed.people));
    // Whoever goes on writing has begun another address.
    setWritten(parsed.invalid.map((one) => (goesOn ? `${one}, ` : one)).join(goesOn ? "" : ", "));
    setInvalid(parsed.invalid);
    props.onUnfinished(parsed.invalid.length > 0);
  };
  const remove = (person: Person) => {
    props.onChange(people.filter((one) => one !== person));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = people.at(-1);
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Backspace" && written === "" && last) remove(last);
    if (!/^(?:Enter|,|;)$/.test(event.key)) return;
    // With Ctrl or ⌘ it sends, to everybody who stands here by then.
    flushSync(() => add(written, event.key !== "Enter"));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!/[,;\n\r<@]/.test(pasted)) return;
    event.preventDefault();
    add(`${written} ${pasted}`);
  };
  return (
    <div className={styles.row}>
      <div
        className={styles.field}
        onClick={({ target, currentTarget }) => target === currentTarget && input.current?.focus()}
      >
        <span className={styles.label} aria-hidden>
          {props.label}
        </span>
        <ul className={styles.chips} aria-label={props.label}>
          {people.map((person) => (
            <li
              key={person.address}
              className={styles.chip}
              data-new={strangers.includes(person)}
              data-testid="recipient"
            >
              <span>{fullName(person)}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t("recipients.remove", { who: person.address })}
                onClick={() => remove(person)}
              >
                <Icon source={XSmallIcon} />
              </button>
            </li>
          ))}
        </ul>
        <input
          ref={input}
          className={styles.input}
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus={props.focusFirst ?? false}
          aria-label={`${props.label}: ${t("recipients.add")}`}
          aria-invalid={invalid.length > 0}
          aria-describedby={help}
          value={written}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => written.trim() && add(written)}
        />
      </div>
      <div id={help} role="status">
        {invalid.length ? (
          <p className={styles.wrong} data-testid="not-an-address">
            {t("recipients.notAddress", { text: invalid.join(", ") })}
          </p>
        ) : null}
        {strangers.length ? (
          <p className={styles.stranger} data-testid="new-recipient">
            {t("recipients.newHere", { who: strangers.map(({ address }) => address).join(", ") })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
