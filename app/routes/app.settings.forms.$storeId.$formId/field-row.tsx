import { Badge, Button, InlineError } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FormField } from "../../channels/form/definition.ts";
import { labelIn } from "../../channels/form/editing.ts";
import { isAlwaysThere, type FormProblem } from "../../channels/form/problems.ts";
import type { PartProps } from "./editor.tsx";
import { FieldForm } from "./field-form.tsx";
import styles from "./editor.module.css";

/** One question of the list, folded or open. */
export function FieldRow(
  props: PartProps & {
    field: FormField;
    at: number;
    open: boolean;
    onOpen: () => void;
    onMove: (by: number) => void;
    onChange: (field: FormField) => void;
    onRemove: () => void;
    problem: FormProblem | undefined;
  },
) {
  const { t } = useTranslation();
  const { definition, field, at, open, language, changes, problem } = props;
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const wrong = problem !== undefined;
  useEffect(() => {
    if (wrong) row.current?.scrollIntoView({ block: "nearest" });
  }, [wrong]);
  const kind = t(`forms.kinds.${field.kind}`);
  const name = labelIn(field, language) || t("forms.unnamed");
  return (
    <li
      ref={row}
      className={styles.field}
      data-testid="form-field"
      onKeyDown={(event) => {
        if (!changes || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
        event.preventDefault();
        props.onMove(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={open}
          aria-controls={id}
          onClick={props.onOpen}
        >
          <span className={styles.name}>{name}</span>
          {kind === name ? null : <span className={styles.kind}>{kind}</span>}
        </button>
        <span className={styles.badges}>
          {field.required || isAlwaysThere(field.kind) ? <Badge>{t("forms.required")}</Badge> : null}
          {field.when ? <Badge tone="info">{t("forms.sometimes")}</Badge> : null}
        </span>
        {changes ? (
          <span className={styles.moves}>
            <Button
              variant="tertiary"
              icon={ArrowUpIcon}
              disabled={at === 0}
              onClick={() => props.onMove(-1)}
              accessibilityLabel={t("forms.up", { name })}
            />
            <Button
              variant="tertiary"
              icon={ArrowDownIcon}
              disabled={at === definition.fields.length - 1}
              onClick={() => props.onMove(1)}
              accessibilityLabel={t("forms.down", { name })}
            />
            <Button
              variant="tertiary"
              icon={DeleteIcon}
              disabled={isAlwaysThere(field.kind)}
              onClick={props.onRemove}
              accessibilityLabel={t("forms.remove", { name })}
            />
          </span>
        ) : null}
      </div>
      {problem ? <InlineError fieldID={id} message={t(`forms.problems.${problem.problem}`)} /> : null}
      <div id={id} hidden={!open} className={styles.inside}>
        {open ? <FieldForm {...props} /> : null}
      </div>
    </li>
  );
}
