import { useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, FormLayout, Page, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST, type FormDefinition } from "../../channels/form/definition.ts";
import { freeHandle, handleOf } from "../../channels/form/editing.ts";
import type { KeptForm } from "../../channels/form/manage.server.ts";
import { problemsOf } from "../../channels/form/problems.ts";
import { templateOf, TEMPLATES } from "../../channels/form/templates.ts";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { Publication } from "../../settings/publish-storefront.server.ts";
import { languageName } from "../../ui/language-name.ts";
import { PublicationState } from "../../ui/settings/publication-state.tsx";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { callVerb } from "../../ui/verb.ts";
import { Fields } from "./fields.tsx";
import { Preview } from "./preview.tsx";
import { Texts } from "./texts.tsx";
import styles from "./editor.module.css";

export interface FormView {
  owners: string[] | null;
  store: { id: string; name: string; language: StorefrontLanguage };
  publication: Publication;
  form: KeptForm | null;
  /** handles of the store's forms */
  taken: string[];
}

/** What every part of the editor works on. */
export interface PartProps {
  definition: FormDefinition;
  change: (definition: FormDefinition) => void;
  /** the one that is written in now, and the one every shopper can be shown */
  language: StorefrontLanguage;
  own: StorefrontLanguage;
  changes: boolean;
}

export function FormEditor({ view }: { view: FormView }) {
  const { t, i18n } = useTranslation();
  const { owners, store, publication, form } = view;
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const template = TEMPLATES.find((one) => one === search.get("from")) ?? "contact";
  const start = form ?? {
    name: t(`forms.names.${template}`),
    handle: freeHandle(template, view.taken),
    definition: templateOf(template),
  };
  const { name, handle } = start;
  const draft = useDraft({ name, handle, definition: JSON.stringify(start.definition) });
  const [language, setLanguage] = useState(store.language);
  const [tried, setTried] = useState(false);
  const verb = useVerb();
  const changes = owners === null;
  const definition = JSON.parse(draft.value.definition) as FormDefinition;
  const problems = tried ? problemsOf(definition, store.language) : [];
  const home = `/app/settings/forms/${store.id}`;
  const save = async () => {
    setTried(true);
    if (problemsOf(definition, store.language).length) return;
    const path = form ? `/app/forms/${form.id}` : "/app/forms";
    const saved = await verb.ask<{ id?: string }>("POST", path, { storeId: store.id, ...draft.value });
    if (!saved) return;
    setTried(false);
    draft.saved();
    shopify.toast.show(t("settings.saved"));
    if (saved.id) navigate(`${home}/${saved.id}`, { replace: true });
  };
  const remove = async () => {
    if (!form || !(await verb.ask("DELETE", `/app/forms/${form.id}`))) return;
    navigate(home);
    const restore = async () => {
      const result = await callVerb("POST", `/app/forms/${form.id}/restoration`);
      shopify.toast.show(t(result.ok ? "forms.restored" : "forms.notRestored", { name: form.name }));
      if (result.ok) navigate(`${home}/${form.id}`);
    };
    shopify.toast.show(t("forms.deleted", { name: form.name }), {
      action: t("forms.undo"),
      onAction: () => void restore(),
      duration: 10_000,
    });
  };
  const part: PartProps = {
    definition,
    change: (next) => draft.set({ definition: JSON.stringify(next) }),
    language,
    own: store.language,
    changes,
  };
  const wrong = (field: string) =>
    verb.failure?.error === "invalid" && verb.failure.detail.field === field
      ? t(`forms.refused.${String(verb.failure.detail.problem ?? field)}`, t("forms.refused.other"))
      : undefined;
  return (
    <Page
      title={form ? form.name : t("forms.new")}
      subtitle={store.name}
      backAction={{ content: t("forms.title"), onAction: () => navigate(home) }}
      {...(form && changes
        ? {
            secondaryActions: [
              { content: t("forms.delete"), destructive: true, onAction: () => void remove() },
            ],
          }
        : {})}
      fullWidth
    >
      <UnsavedBar
        id="contact-form"
        open={changes && (draft.dirty || !form)}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={form ? draft.reset : () => navigate(home)}
      />
      <div className={styles.frame}>
        <BlockStack gap="400">
          {owners ? <ReadOnly owners={owners} /> : null}
          <PublicationState storeId={store.id} publication={publication} changes={changes} />
          {problems[0] || wrong("definition") ? (
            <Banner tone="critical">
              <p role="alert" data-testid="form-problem">
                {problems[0] ? t(`forms.problems.${problems[0].problem}`) : wrong("definition")}
              </p>
            </Banner>
          ) : null}
          <Refusal failure={verb.failure?.error === "invalid" ? null : verb.failure} />
          <Card>
            <FormLayout>
              <TextField
                label={t("forms.name")}
                helpText={t("forms.nameHelp")}
                value={draft.value.name}
                onChange={(next) =>
                  draft.set({
                    name: next,
                    // The theme goes on naming a form that is there already as it did.
                    ...(form || draft.value.handle !== handleOf(draft.value.name)
                      ? {}
                      : { handle: handleOf(next) }),
                  })
                }
                maxLength={LONGEST.name}
                autoComplete="off"
                readOnly={!changes}
                error={wrong("name")}
              />
              <TextField
                label={t("forms.handle")}
                helpText={t("forms.handleHelp")}
                value={draft.value.handle}
                onChange={(next) => draft.set({ handle: next })}
                maxLength={LONGEST.name}
                autoComplete="off"
                spellCheck={false}
                monospaced
                readOnly={!changes}
                error={wrong("handle")}
              />
              <Select
                label={t("forms.language")}
                helpText={t("forms.languageHelp", {
                  language: languageName(store.language, i18n.language),
                })}
                options={STOREFRONT_LANGUAGES.map((one) => ({
                  value: one,
                  label: t(`chatSettings.languages.${one}`),
                }))}
                value={language}
                onChange={(next) => setLanguage(next as StorefrontLanguage)}
              />
            </FormLayout>
          </Card>
          <Fields {...part} problems={problems} />
          <Texts {...part} />
        </BlockStack>
        <Preview definition={definition} language={language} own={store.language} />
      </div>
    </Page>
  );
}
