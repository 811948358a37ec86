// What each recipient gets, one after the other, with what is missing for whom.
import { Banner, BlockStack, Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";
import { ChevronLeftIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkedText } from "../../ui/linked-text.tsx";
import { isPersonal, type Letter, type RequestDraft } from "./draft.ts";
import styles from "./new-request.module.css";

export function Preview({ draft }: { draft: RequestDraft }) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const { letters } = draft;
  const index = Math.min(step, letters.length - 1);
  const letter = letters[index];
  const blocked = letters.filter(({ unresolved }) => unresolved.length).length;
  const nextBlocked = () => {
    const after = letters.findIndex((one, at) => at > index && one.unresolved.length > 0);
    setStep(after < 0 ? letters.findIndex((one) => one.unresolved.length > 0) : after);
  };
  return (
    <section aria-label={t("requests.preview")} data-testid="preview">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {t("requests.preview")}
          </Text>
          {letters.length > 1 ? (
            <InlineStack gap="200" blockAlign="center">
              <span className={styles.step} role="status">
                {t("requests.previewOf", { index: index + 1, total: letters.length })}
              </span>
              <ButtonGroup variant="segmented">
                <Button
                  icon={ChevronLeftIcon}
                  size="slim"
                  disabled={index === 0}
                  accessibilityLabel={t("requests.previous")}
                  onClick={() => setStep(index - 1)}
                />
                <Button
                  icon={ChevronRightIcon}
                  size="slim"
                  disabled={index === letters.length - 1}
                  accessibilityLabel={t("requests.next")}
                  onClick={() => setStep(index + 1)}
                />
              </ButtonGroup>
            </InlineStack>
          ) : null}
        </InlineStack>
        {letter ? (
          <Mail letter={letter} />
        ) : (
          <Text as="p" tone="subdued">
            {t("requests.previewEmpty")}
          </Text>
        )}
        {blocked && letters.length > 1 ? (
          <InlineStack gap="200" blockAlign="center">
            <Text as="p" tone="critical">
              {t("requests.blocked", { count: blocked })}
            </Text>
            <Button variant="plain" onClick={nextBlocked}>
              {t("requests.showBlocked")}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </section>
  );
}

function Mail({ letter }: { letter: Letter }) {
  const { t } = useTranslation();
  const { recipient, subject, text, unresolved } = letter;
  const who = recipient.name || recipient.address;
  return (
    <>
      <div className={styles.mail} data-blocked={unresolved.length > 0} data-testid="preview-mail">
        <p className={styles.to}>
          <span className={styles.address}>{t("requests.to")}</span>{" "}
          {recipient.name ? `${recipient.name} <${recipient.address}>` : recipient.address}
        </p>
        <p className={styles.subject}>{subject || "—"}</p>
        <div className={styles.text}>
          <LinkedText text={text} />
        </div>
      </div>
      {unresolved.length ? (
        <Banner tone="critical">
          {unresolved.every(isPersonal)
            ? t("requests.unresolved", { who, what: unresolved.join(", ") })
            : t("requests.unresolvedUnknown", {
                what: unresolved.filter((written) => !isPersonal(written)).join(", "),
              })}
        </Banner>
      ) : null}
    </>
  );
}
