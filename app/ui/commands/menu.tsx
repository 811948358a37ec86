// The command menu: type what you want to do, choose with the arrows, Enter does it.
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { useStore } from "../store.ts";
import { Keys } from "./key-caps.tsx";
import { isMeant } from "./keys.ts";
import { commands, type Command } from "./registry.ts";
import { SECTIONS } from "./sections.ts";
import styles from "./commands.module.css";

export function CommandMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const known = useStore(commands, []);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const found = useMemo(
    () => inSections(known).filter((command) => isMeant(command, typed.trim())),
    [known, typed],
  );
  const current = found[Math.min(chosen, found.length - 1)];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back: the command may want it somewhere else.
    setTimeout(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (step) setChosen((at) => (Math.min(at, found.length - 1) + step + found.length) % (found.length || 1));
    else run(current);
  };
  return (
    <Dialog title={t("commands.menu")} onClose={onClose} bare>
      <input
        className={styles.field}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current ? optionId(list, current) : undefined}
        aria-label={t("commands.menu")}
        placeholder={t("commands.placeholder")}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        data-testid="command-field"
      />
      <ul id={list} role="listbox" aria-label={t("commands.menu")} className={styles.options}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={optionId(list, command)}
            ref={command === current ? intoView : undefined}
            role="option"
            aria-selected={command === current}
            className={styles.option}
            data-first={command.section !== found[index - 1]?.section}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(command)}
          >
            <span className={styles.section}>{t(`commands.sections.${command.section}`)}</span>
            <span className={styles.label}>{command.label}</span>
            {command.keys ? <Keys keys={command.keys} /> : null}
          </li>
        ))}
      </ul>
      {found.length ? null : (
        <p className={styles.nothing} role="status">
          {t("commands.nothing", { typed })}
        </p>
      )}
    </Dialog>
  );
}

const optionId = (list: string, command: Command): string => `${list}-${command.id}`;

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });

/** By section, each command once: the one on top. */
function inSections(known: readonly Command[]): Command[] {
  const last = new Map(known.map((command) => [command.id, command]));
  return SECTIONS.flatMap((section) => [...last.values()].filter((command) => command.section === section));
}
