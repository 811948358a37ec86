// Narrowing a list down: first by what, then to which.
import { ActionList, Button } from "@shopify/polaris";
import { FilterIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketFilter } from "../../../tickets/filter.ts";
import type { Field } from "./chips.ts";
import { ChooseCustomer } from "./choose-customer.tsx";
import { ChooseDates } from "./choose-dates.tsx";
import { ChooseValues } from "./choose-values.tsx";
import { LISTED, useChoices } from "./choices.ts";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./filters.module.css";

const MENU: Exclude<Field, "search">[] = [
  "status",
  "assignee",
  "customer",
  "priority",
  "channel",
  "store",
  "label",
  "department",
  "date",
  "unread",
  "files",
];

export function AddFilter({
  filter,
  change,
}: {
  filter: TicketFilter;
  change: (part: Partial<TicketFilter>) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<Field | null>(null);
  const close = () => {
    setOpen(false);
    setField(null);
  };
  const choose = (one: Field) => {
    if (one !== "unread" && one !== "files") return setField(one);
    change({ [one]: true });
    close();
  };
  return (
    <Popover
      active={open}
      onClose={close}
      autofocusTarget="first-node"
      preferredAlignment="left"
      activator={
        <Button
          id="add-filter"
          icon={FilterIcon}
          variant="tertiary"
          accessibilityLabel={t("lists.filters.add")}
          ariaExpanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        />
      }
    >
      <div data-testid="filter-menu" className={styles.menu}>
        {field === null ? (
          <ActionList
            actionRole="menuitem"
            items={MENU.map((one) => ({ content: t(`lists.filters.${one}`), onAction: () => choose(one) }))}
          />
        ) : (
          <Choices
            field={field}
            filter={filter}
            change={change}
            onChosen={(part) => {
              change(part);
              close();
            }}
          />
        )}
      </div>
    </Popover>
  );
}

function Choices(props: {
  field: Field;
  filter: TicketFilter;
  change: (part: Partial<TicketFilter>) => void;
  onChosen: (part: Partial<TicketFilter>) => void;
}) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { field, filter, change } = props;
  if (field === "customer") return <ChooseCustomer onChoose={(customer) => props.onChosen({ customer })} />;
  if (field === "date") return <ChooseDates filter={filter} change={change} />;
  const listed = LISTED.find((one) => one === field);
  if (!listed) return null;
  return (
    <ChooseValues
      title={t(`lists.filters.${listed}`)}
      choices={choices(listed)}
      selected={filter[listed]}
      onChange={(selected) => change({ [listed]: selected })}
    />
  );
}
