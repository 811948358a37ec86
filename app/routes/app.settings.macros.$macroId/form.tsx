import { BlockStack, Banner, Card, FormLayout, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../../i18n/language.ts";
import { LONGEST_NAME, readActions } from "../../tickets/macros/macro.ts";
import type { EditorHandle } from "../../ui/editor/editor.tsx";
import { RichText } from "../../ui/editor/rich-text.tsx";
import { useWhy } from "../../ui/macros/words.ts";
import { Actions } from "./actions.tsx";
import { ExamplePreview } from "./preview.tsx";
import type { MacroRefusal } from "./refusal.ts";
import { VariableInserter } from "./variable-inserter.tsx";
import styles from "./macro.module.css";

/** As it is posted. */
export type MacroDraft = { name: string; html: string; actions: string; locale: string; own: string };

export function MacroForm(props: {
  draft: MacroDraft;
  set: (change: Partial<MacroDraft>) => void;
  changes: boolean;
  team: boolean;
  refusal: MacroRefusal | null;
}) {
  const { t } = useTranslation();
  const { draft, set, changes, team, refusal } = props;
  const handle = useRef<EditorHandle | null>(null);
  const say = useWhy(NOTHING);
  const variables = useMemo(() => ({ facts: null, say }), [say]);
  const actions = useMemo(() => readActions(JSON.parse(draft.actions)), [draft.actions]);
  const wrong = (field: MacroRefusal["field"]) => (refusal?.field === field ? refusal.words : undefined);
  return (
    <>
      {changes ? null : (
        <Banner tone="info">
          <p>{t("macros.settings.teamOnly")}</p>
        </Banner>
      )}
      {wrong("page") ? (
        <Banner tone="critical">
          <p role="alert">{wrong("page")}</p>
        </Banner>
      ) : null}
      <Card>
        <FormLayout>
          <TextField
            label={t("macros.settings.name")}
            helpText={t("macros.settings.nameHelp")}
            value={draft.name}
            onChange={(name) => set({ name })}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            disabled={!changes}
            error={wrong("name")}
          />
          <BlockStack gap="150">
            <Text as="span">{t("macros.settings.text")}</Text>
            <RichText
              label={t("macros.settings.text")}
              placeholder={t("macros.settings.placeholder")}
              value={draft.html}
              onChange={(html) => set({ html })}
              locked={!changes}
              wordsOnly
              uploads={NONE}
              startImage={never}
              attach={never}
              variables={variables}
              handle={handle}
            />
            {wrong("html") ? <InlineError fieldID="html" message={wrong("html") ?? ""} /> : null}
            {changes ? (
              <VariableInserter onInsert={(written) => handle.current?.insertText(written)} />
            ) : null}
          </BlockStack>
          <div className={styles.pair}>
            <Select
              label={t("macros.settings.forWhom")}
              options={[
                { value: "false", label: t("macros.settings.forTeam"), disabled: !team },
                { value: "true", label: t("macros.settings.forMe") },
              ]}
              value={draft.own}
              onChange={(own) => set({ own })}
              disabled={!changes}
            />
            <Select
              label={t("macros.settings.language")}
              helpText={t("macros.settings.languageHelp")}
              options={[
                { value: "", label: t("macros.anyLanguage") },
                ...LANGUAGES.map((one) => ({ value: one, label: t(`macros.languages.${one}`) })),
              ]}
              value={draft.locale}
              onChange={(locale) => set({ locale })}
              disabled={!changes}
            />
          </div>
        </FormLayout>
      </Card>
      <Actions
        actions={actions}
        onChange={(next) => set({ actions: JSON.stringify(next) })}
        changes={changes}
        error={wrong("actions")}
      />
      <ExamplePreview html={draft.html} actions={actions} />
    </>
  );
}

const NOTHING = {};
const NONE: never[] = [];
const never = (): never => {
  throw new Error("a macro has no files");
};
