import { useTranslation } from "react-i18next";
import { findLeft } from "../../tickets/variables-in-html.ts";
import type { MacroWriting } from "./use-macro-writing.tsx";
import { useVariableName } from "./words.ts";
import styles from "./macros.module.css";

/** Why Send waits: what is not filled in, each a way to where it stands. */
export function VariablesLeft({ writing }: { writing: MacroWriting }) {
  const { t } = useTranslation();
  const nameOf = useVariableName();
  const { left, say, select, again } = writing;
  if (!left.length) return null;
  const found = left.map((written) => ({ written, name: findLeft(written)[0]?.name ?? written }));
  const silent = found.some(({ name }) => say(name).endsWith(t("variables.missing.no-answer")));
  return (
    <div className={styles.left} role="status" data-testid="variables-left">
      <span>{t("macros.left")}</span>
      {found.map(({ written, name }) => (
        <button
          key={written}
          type="button"
          title={say(name)}
          // The text keeps the focus: leaving it would tell of its last letters, and move this from under the finger.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => select(written)}
        >
          {nameOf(name)}
        </button>
      ))}
      {silent ? (
        <button type="button" onClick={again}>
          {t("macros.again")}
        </button>
      ) : null}
    </div>
  );
}
