// One contact form: its questions, words and ways, with the form itself beside. "new" is one to be.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { page, requireAgent } from "../../auth.server.ts";
import { findForm } from "../../channels/form/manage.server.ts";
import { viewForms } from "../../channels/form/settings-page.server.ts";
import { AppError } from "../../errors.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { FormEditor } from "./editor.tsx";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const asked = params.formId === "new" ? null : params.formId;
  const [owners, { store, publication, forms }, form] = await Promise.all([
    whomToAsk(workspace, agent.role),
    viewForms(workspace, params.storeId),
    asked === null ? null : findForm(workspace, asked),
  ]);
  if (form && form.storeId !== store.id) throw new AppError("not-found");
  return json({ owners, store, publication, form, taken: forms.map(({ handle }) => handle) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-form", request, () => serverLoader<typeof loader>());

export default function FormPage() {
  const { form } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  // Another form is another editor.
  return <FormEditor key={form?.id ?? search.get("from")} view={useLoaderData<typeof loader>()} />;
}
