// Connecting an address, first step: which one, for which store.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import {
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  Page,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireSettings } from "../../auth.server.ts";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { listDepartments, listSupportAddresses } from "../../workspace/address-list.server.ts";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, store } = await requireSettings(request);
  const [stores, departments] = await Promise.all([
    listSupportAddresses(workspace),
    listDepartments(workspace),
  ]);
  return json({ stores: stores.map(({ id, name }) => ({ id, name })), departments, here: store.id });
});

export default function NewAddress() {
  const { t } = useTranslation();
  const { stores, departments, here } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = stores.find(({ id }) => id === search.get("store"))?.id;
  const [wish, setWish] = useState({ address: "", storeId: asked ?? here, departmentId: "" });
  const verb = useVerb();
  const refusal = useRefusalOf(verb.failure)("address");
  const known = verb.failure?.detail.id;
  const go = (id: string) => navigate(`/app/settings/email/addresses/${id}`);
  const add = async () => {
    const added = await verb.ask<{ id: string }>("POST", "/app/settings/email/addresses", wish);
    if (added) go(added.id);
  };
  return (
    <Page
      title={t("settings.guide.title")}
      backAction={{ content: t("settings.nav.email"), onAction: () => navigate("/app/settings/email") }}
      narrowWidth
    >
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <FormLayout>
            <Text as="p">{t("settings.guide.intro")}</Text>
            <BlockStack gap="100">
              <TextField
                type="email"
                label={t("settings.guide.address")}
                placeholder={t("settings.guide.example")}
                value={wish.address}
                onChange={(address) => setWish({ ...wish, address })}
                autoComplete="off"
                spellCheck={false}
                error={refusal}
              />
              {typeof known === "string" ? (
                <Link to={`/app/settings/email/addresses/${known}`}>{t("settings.guide.look")}</Link>
              ) : null}
            </BlockStack>
            <Select
              label={t("settings.guide.store")}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
              value={wish.storeId}
              onChange={(storeId) => setWish({ ...wish, storeId })}
            />
            <Select
              label={t("settings.guide.department")}
              options={[
                { value: "", label: t("settings.guide.noDepartment") },
                ...departments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={wish.departmentId}
              onChange={(departmentId) => setWish({ ...wish, departmentId })}
              helpText={t("settings.guide.departmentHelp")}
            />
            <Refusal failure={verb.failure} />
            <InlineStack>
              <Button submit variant="primary" loading={verb.busy} disabled={!wish.address.trim()}>
                {t("settings.guide.continue")}
              </Button>
            </InlineStack>
          </FormLayout>
        </form>
      </Card>
    </Page>
  );
}
