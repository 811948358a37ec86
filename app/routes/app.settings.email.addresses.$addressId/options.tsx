// What a connected address decides: whether new mail is acknowledged, and whose it is. Saved as it is chosen.
import { BlockStack, Card, Checkbox, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { ShownAddress } from "../../workspace/address-list.server.ts";

export function Options(props: {
  address: ShownAddress;
  departments: { id: string; name: string }[];
  changes: boolean;
}) {
  const { t } = useTranslation();
  const { address, departments, changes } = props;
  const path = `/app/settings/email/addresses/${address.id}`;
  const acknowledge = useWish(address.acknowledge);
  const department = useWish(address.departmentId ?? "");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("settings.options.title")}
        </Text>
        <Checkbox
          label={t("settings.options.acknowledge")}
          helpText={t("settings.options.acknowledgeHelp")}
          checked={acknowledge.value}
          disabled={!changes}
          onChange={(on) => void acknowledge.change(on, on ? "POST" : "DELETE", `${path}/acknowledgement`)}
        />
        <Select
          label={t("settings.options.department")}
          options={[
            { value: "", label: t("settings.guide.noDepartment") },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={department.value}
          disabled={!changes}
          onChange={(departmentId) =>
            void department.change(departmentId, departmentId ? "POST" : "DELETE", `${path}/department`, {
              departmentId,
            })
          }
        />
        <Refusal failure={acknowledge.failure ?? department.failure} />
      </BlockStack>
    </Card>
  );
}

/** Shows what was chosen at once; a refusal takes it back. */
function useWish<T>(known: T) {
  const verb = useVerb();
  const [wished, setWished] = useState<{ value: T } | null>(null);
  useEffect(() => setWished(null), [known]);
  return {
    value: wished ? wished.value : known,
    failure: verb.failure,
    change: async (value: T, method: "POST" | "DELETE", path: string, fields?: Record<string, string>) => {
      setWished({ value });
      if (!(await verb.ask(method, path, fields))) setWished(null);
    },
  };
}
