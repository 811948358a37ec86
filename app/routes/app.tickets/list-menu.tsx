// How the list is sorted and how much of each ticket it shows.
import { ActionList, Button, Icon } from "@shopify/polaris";
import { CheckIcon, SortIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SORTS } from "../../tickets/filter.ts";
import { orderOf } from "../../tickets/order.ts";
import { useStore } from "../../ui/store.ts";
import { DENSITIES, density } from "./density.ts";
import { useFilter } from "./use-filter.ts";
import { Popover } from "../../ui/popover.tsx";

export function ListMenu() {
  const { t } = useTranslation();
  const { filter, change } = useFilter();
  const [open, setOpen] = useState(false);
  const dense = useStore(density, "comfortable");
  const chosen = (yes: boolean) =>
    yes ? { active: true, suffix: <Icon source={CheckIcon} accessibilityLabel={t("lists.chosen")} /> } : {};
  const sorts = SORTS.map((sort) => ({
    content:
      sort === "priority"
        ? t("lists.sort.priority")
        : t(`lists.sort.${orderOf({ ...filter, sort }).by}.${sort}`),
    ...chosen(filter.sort === sort),
    onAction: () => change({ sort }),
  }));
  const densities = DENSITIES.map((one) => ({
    content: t(`lists.density.${one}`),
    ...chosen(dense === one),
    onAction: () => density.change(() => one),
  }));
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="first-node"
      preferredAlignment="right"
      activator={
        <Button
          icon={SortIcon}
          variant="tertiary"
          accessibilityLabel={t("lists.sort.label")}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <ActionList
        actionRole="menuitem"
        onActionAnyItem={() => setOpen(false)}
        sections={[
          { title: t("lists.sort.title"), items: sorts },
          { title: t("lists.density.title"), items: densities },
        ]}
      />
    </Popover>
  );
}
