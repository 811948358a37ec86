import { BlockStack, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Wish } from "../../../orders/actions/action.ts";
import { useClock } from "../../../ui/clock.tsx";
import { countriesFor } from "./countries.ts";

type Address = Wish<"address">;

export function AddressForm({ wish, onWish }: { wish: Address; onWish: (wish: Address) => void }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const countries = useMemo(() => countriesFor(reader.locale), [reader.locale]);
  const field = (name: Exclude<keyof Address, "countryCode">, required = false) => (
    <TextField
      label={t(`orderActions.fields.${name}`)}
      value={wish[name]}
      onChange={(value) => onWish({ ...wish, [name]: value })}
      maxLength={200}
      requiredIndicator={required}
      autoComplete="off"
    />
  );
  return (
    <BlockStack gap="300">
      <FormLayout>
        <FormLayout.Group condensed>
          {field("firstName")}
          {field("lastName", true)}
        </FormLayout.Group>
        {field("company")}
        {field("address1", true)}
        {field("address2")}
        <FormLayout.Group condensed>
          {field("zip")}
          {field("city", true)}
        </FormLayout.Group>
        <FormLayout.Group condensed>
          <Select
            label={t("orderActions.fields.countryCode")}
            options={countries}
            value={wish.countryCode}
            onChange={(countryCode) => onWish({ ...wish, countryCode })}
          />
          {field("provinceCode")}
        </FormLayout.Group>
        {field("phone")}
      </FormLayout>
      <Text as="p" tone="subdued">
        {t("orderActions.addressQuiet")}
      </Text>
    </BlockStack>
  );
}
