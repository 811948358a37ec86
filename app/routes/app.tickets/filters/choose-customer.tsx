import { ActionList, Box, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundCustomer } from "../../../customers/find-customers.server.ts";
import { callVerb } from "../../../ui/verb.ts";

const AFTER_TYPING = 150;

/** A customer by the beginning of their name or address. */
export function ChooseCustomer({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<FoundCustomer[] | null>(null);
  useEffect(() => {
    if (!words.trim()) return setFound(null);
    let stale = false;
    const timer = setTimeout(() => {
      const path = `/app/customers/find?${new URLSearchParams({ q: words })}`;
      void callVerb<{ customers: FoundCustomer[] }>("GET", path).then((answer) => {
        if (!stale) setFound(answer.ok ? answer.data.customers : []);
      });
    }, AFTER_TYPING);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [words]);
  return (
    <>
      <Box padding="200" paddingBlockEnd="0">
        <TextField
          label={t("lists.filters.customerLabel")}
          labelHidden
          placeholder={t("lists.filters.customerLabel")}
          value={words}
          onChange={setWords}
          autoComplete="off"
          autoFocus
        />
      </Box>
      {found?.length ? (
        <ActionList
          items={found.map(({ id, name, email }) => ({
            content: name || email || t("list.unknownSender"),
            ...(name && email ? { helpText: email } : {}),
            onAction: () => onChoose(id),
          }))}
        />
      ) : (
        <Box padding="300">
          <Text as="p" tone="subdued">
            {found ? t("lists.filters.none") : t("lists.filters.customerHelp")}
          </Text>
        </Box>
      )}
    </>
  );
}
