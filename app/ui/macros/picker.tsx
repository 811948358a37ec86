// Choosing a macro: type to find one, the arrows go along the list, and it is shown as this customer would read it.
import { Badge, Button } from "@shopify/polaris";
import { Link } from "@remix-run/react";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock.ts";
import type { Macro } from "../../tickets/macros/macro.ts";
import { variablesLeft } from "../../tickets/variables-in-html.ts";
import { useFacts } from "./facts.ts";
import { useMacros } from "./known.ts";
import { PickedMacro } from "./picked.tsx";
import { findMacros } from "./search.ts";
import styles from "./picker.module.css";

/** So many stand in the list; more are found by typing. */
const MOST_SHOWN = 60;

export function MacroPicker(props: {
  ticketId: string;
  /** where the cursor stands, for wide screens */
  at: { left: number; top: number; bottom: number } | null;
  onChoose: (macro: Macro) => void;
  /** nothing was chosen; `typed` is what had been typed by then, null: not even the slash was meant */
  onClose: (typed: string | null) => void;
}) {
  const { t } = useTranslation();
  const { macros, failed, retry } = useMacros();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [list, title] = [useId(), useId()];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const own = useFacts(props.ticketId, { own: true, order: false });
  const found = useMemo(
    () => findMacros(macros ?? [], typed, { language: own.language, now: now() }),
    [macros, typed, own.language],
  );
  const shown = found.slice(0, MOST_SHOWN);
  const current = shown[Math.min(at, shown.length - 1)];
  const { facts } = useFacts(props.ticketId, { own: true, order: asksShopify(current) });
  useEffect(() => {
    document.getElementById(`${list}-${current?.id}`)?.scrollIntoView({ block: "nearest" });
  }, [list, current?.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const empty = typed === "" && event.target instanceof HTMLInputElement;
    if (step) setAt((Math.min(at, shown.length - 1) + step + shown.length) % (shown.length || 1));
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      if (current) props.onChoose(current);
    } else if (event.key === "Backspace" && empty) props.onClose(null);
    else if (event.key === " " && empty) props.onClose(" ");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.picker}
      aria-labelledby={title}
      data-testid="macro-picker"
      style={props.at ? placed(props.at) : undefined}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose(typed);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) props.onClose(typed);
      }}
      onKeyDown={onKeyDown}
    >
      <h2 id={title} className={styles.unseen}>
        {t("macros.title")}
      </h2>
      <div className={styles.find}>
        <input
          className={styles.field}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          {...(current ? { "aria-activedescendant": `${list}-${current.id}` } : {})}
          aria-label={t("macros.find")}
          placeholder={t("macros.find")}
          value={typed}
          maxLength={100}
          autoComplete="off"
          autoFocus
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
          }}
        />
        <span className={styles.close}>
          <Button variant="tertiary" onClick={() => props.onClose(typed)}>
            {t("macros.cancel")}
          </Button>
        </span>
      </div>
      <div className={styles.both}>
        <ul id={list} role="listbox" aria-label={t("macros.title")} className={styles.list}>
          {shown.map((macro, index) => (
            <li
              key={macro.id}
              id={`${list}-${macro.id}`}
              role="option"
              aria-selected={macro === current}
              className={styles.option}
              onPointerMove={({ pointerType }) => {
                if (pointerType === "mouse") setAt(index);
              }}
              // A finger looks first: there is no hovering.
              onClick={() => (macro === current ? props.onChoose(macro) : setAt(index))}
            >
              <span className={styles.name} title={macro.name}>
                {macro.name}
              </span>
              {macro.locale && macro.locale !== own.language ? (
                <Badge size="small">{t(`macros.languages.${macro.locale}`)}</Badge>
              ) : null}
              {macro.own ? <Badge size="small">{t("macros.own")}</Badge> : null}
            </li>
          ))}
        </ul>
        {current ? (
          <PickedMacro macro={current} facts={facts} onTake={() => props.onChoose(current)} />
        ) : null}
        {shown.length ? null : (
          <div className={styles.nothing} role="status">
            {failed ? (
              <>
                <p>{t("macros.loadFailed")}</p>
                <Button onClick={retry}>{t("macros.retry")}</Button>
              </>
            ) : macros === null ? (
              <p>{t("macros.loading")}</p>
            ) : (
              <>
                <p>{macros.length ? t("macros.noHit", { typed }) : t("macros.none")}</p>
                <Link to={`/app/settings/macros/new${typed ? `?name=${encodeURIComponent(typed)}` : ""}`}>
                  {t("macros.makeOne")}
                </Link>
              </>
            )}
          </div>
        )}
      </div>
    </dialog>
  );
}

const asksShopify = (macro: Macro | undefined): boolean =>
  macro !== undefined && variablesLeft(macro.html).some((written) => /(?:order|tracking)\./.test(written));

/** Above the cursor where there is more room than below. */
function placed({ left, top, bottom }: { left: number; top: number; bottom: number }) {
  const above = top > window.innerHeight - bottom;
  return {
    "--macro-left": `${left}px`,
    "--macro-top": above ? "auto" : `${bottom}px`,
    "--macro-bottom": above ? `${window.innerHeight - top}px` : "auto",
    "--macro-room": `${above ? top : window.innerHeight - bottom}px`,
  } as Record<string, string>;
}
