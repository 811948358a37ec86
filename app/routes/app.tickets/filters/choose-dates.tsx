import { BlockStack, Box, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketFilter } from "../../../tickets/filter.ts";

/** Opened between two days; either may be left open. */
export function ChooseDates({
  filter,
  change,
}: {
  filter: TicketFilter;
  change: (part: Partial<TicketFilter>) => void;
}) {
  const { t } = useTranslation();
  return (
    <Box padding="300">
      <BlockStack gap="300">
        <TextField
          type="date"
          label={t("lists.filters.from")}
          value={filter.from ?? ""}
          {...(filter.to ? { max: filter.to } : {})}
          onChange={(day) => change({ from: day || null })}
          autoComplete="off"
          autoFocus
        />
        <TextField
          type="date"
          label={t("lists.filters.to")}
          value={filter.to ?? ""}
          {...(filter.from ? { min: filter.from } : {})}
          onChange={(day) => change({ to: day || null })}
          autoComplete="off"
        />
      </BlockStack>
    </Box>
  );
}
