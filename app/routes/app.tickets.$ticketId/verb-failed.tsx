import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFailureText } from "../../ui/failure.tsx";
import type { VerbFailure } from "../../ui/verb.ts";

/** What was done had to be taken back: says so where it was done. */
export function VerbFailed({ failure, onDismiss }: { failure: VerbFailure | null; onDismiss: () => void }) {
  const { t } = useTranslation();
  const words = useFailureText();
  if (!failure) return null;
  return (
    <div role="alert" data-testid="verb-failed" data-error={failure.error}>
      <Banner tone="critical" title={t("failure.verb")} onDismiss={onDismiss}>
        {words(failure.error)}
      </Banner>
    </div>
  );
}
