// A list that is no view yet can be kept as one; a personal view that was changed can be brought up to date.
import { useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineStack } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isNarrowed } from "../../../tickets/filter.ts";
import { listPath, writeList } from "../../../tickets/list-query.ts";
import { cleanQuery } from "../../../tickets/saved-view.ts";
import { useFailureText } from "../../../ui/failure.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";
import { useFilter } from "../use-filter.ts";
import { ViewForm } from "./view-form.tsx";
import { useViews } from "./views-context.tsx";

/** `children` stand in the same line. */
export function KeepAsView({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const words = useFailureText();
  const { refresh } = useLive();
  const { filter, saved: savedId } = useFilter();
  const { saved } = useViews();
  const [making, setMaking] = useState(false);
  const query = cleanQuery(writeList(filter));
  const begun = saved.find(({ id }) => id === savedId);
  const changed = begun !== undefined && cleanQuery(begun.query) !== query;
  const worthKeeping = (isNarrowed(filter) || filter.sort !== "newest") && (!begun || changed);
  const update = async () => {
    const result = await callVerb("POST", `/app/views/${begun?.id ?? ""}`, { query });
    shopify.toast.show(result.ok ? t("lists.views.updated", { name: begun?.name }) : words(result.error));
    refresh();
  };
  if (!children && !worthKeeping) return null;
  return (
    <InlineStack gap="300">
      {children}
      {changed && begun.own ? (
        <Button variant="plain" onClick={() => void update()}>
          {t("lists.views.update")}
        </Button>
      ) : null}
      {worthKeeping ? (
        <Button variant="plain" onClick={() => setMaking(true)}>
          {t("lists.views.saveAs")}
        </Button>
      ) : null}
      {making ? (
        <ViewForm
          query={query}
          onClose={() => setMaking(false)}
          onSaved={(id) => navigate(listPath(writeList(filter, id)))}
        />
      ) : null}
    </InlineStack>
  );
}
