// One macro: its words, what it does besides, whose it is, and how a customer would read it. "new" is one to be.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { mayChangeTeamMacros } from "../../team/roles.ts";
import { findMacro } from "../../tickets/macros/list.server.ts";
import type { Macro } from "../../tickets/macros/macro.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { callVerb } from "../../ui/verb.ts";
import { MacroForm, type MacroDraft } from "./form.tsx";
import { useMacroRefusal } from "./refusal.ts";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const team = mayChangeTeamMacros(agent.role);
  const asked = params.macroId === "new" ? new URL(request.url).searchParams.get("from") : params.macroId;
  return json({ macro: asked ? await findMacro(workspace, agent, asked) : null, team });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-macro", request, () => serverLoader<typeof loader>());

const EMPTY: MacroDraft = { name: "", html: "", actions: "[]", locale: "", own: "false" };

const draftOf = ({ name, html, actions, locale, own }: Macro): MacroDraft => ({
  name,
  html,
  actions: JSON.stringify(actions),
  locale: locale ?? "",
  own: own ? "true" : "false",
});

export default function MacroPage() {
  const { macro } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  // Another macro is another form.
  return <MacroEditor key={`${macro?.id}-${search.get("from")}`} />;
}

function MacroEditor() {
  const { t } = useTranslation();
  const { macro, team } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const isNew = !macro || search.has("from");
  const start = macro ? draftOf(macro) : { ...EMPTY, name: search.get("name") ?? "" };
  if (isNew && macro) start.name = t("macros.settings.copyOf", { name: macro.name });
  if (isNew && !team) start.own = "true";
  const draft = useDraft(start);
  const verb = useVerb();
  const refusal = useMacroRefusal(verb.failure);
  const changes = isNew || team || macro.own;
  const back = () => navigate("/app/settings/macros");
  const save = async () => {
    const path = isNew ? "/app/macros" : `/app/macros/${macro.id}`;
    const saved = await verb.ask<{ id?: string }>("POST", path, { ...draft.value });
    if (!saved) return;
    draft.saved();
    shopify.toast.show(t(isNew ? "macros.settings.created" : "macros.settings.saved"));
    if (saved.id) navigate(`/app/settings/macros/${saved.id}`, { replace: true });
  };
  const remove = async () => {
    if (!macro || !(await verb.ask("DELETE", `/app/macros/${macro.id}`))) return;
    back();
    const restore = async () => {
      const result = await callVerb("POST", `/app/macros/${macro.id}/restoration`);
      shopify.toast.show(t(result.ok ? "macros.settings.restored" : "macros.failed", { name: macro.name }));
      if (result.ok) navigate(`/app/settings/macros/${macro.id}`);
    };
    shopify.toast.show(t("macros.settings.deleted", { name: macro.name }), {
      action: t("macros.undo"),
      onAction: () => void restore(),
      duration: 10_000,
    });
  };
  return (
    <Page
      title={isNew ? t("macros.settings.newTitle") : macro.name}
      backAction={{ content: t("macros.settings.back"), onAction: back }}
      {...(isNew
        ? {}
        : {
            secondaryActions: [
              {
                content: t("macros.settings.duplicate"),
                onAction: () => navigate(`/app/settings/macros/new?from=${macro.id}`),
              },
              ...(changes
                ? [
                    {
                      content: t("macros.settings.delete"),
                      destructive: true,
                      onAction: () => void remove(),
                    },
                  ]
                : []),
            ],
          })}
      narrowWidth
    >
      <UnsavedBar
        id="macro"
        open={changes && (draft.dirty || (isNew && draft.value.html !== ""))}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={isNew ? back : draft.reset}
      />
      <BlockStack gap="400">
        <MacroForm draft={draft.value} set={draft.set} changes={changes} team={team} refusal={refusal} />
      </BlockStack>
    </Page>
  );
}
