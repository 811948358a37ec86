import { Icon } from "@shopify/polaris";
import { ClockIcon, EmailIcon, FilterIcon, PersonIcon, SearchIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Option } from "./options.ts";
import styles from "./search.module.css";

const ICONS = {
  search: SearchIcon,
  ticket: EmailIcon,
  customer: PersonIcon,
  operator: FilterIcon,
  recent: ClockIcon,
};

export const optionId = (index: number): string => `search-option-${index}`;

/** The lines below the search field. The field keeps the focus; `active` is the line the keys have reached. */
export function OptionsList(props: {
  id: string;
  options: Option[];
  active: number;
  choose: (option: Option) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul id={props.id} role="listbox" aria-label={t("search.suggestions")} className={styles.options}>
      {props.options.map((option, index) => (
        <li
          key={option.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === props.active}
          className={styles.option}
          title={[option.text, option.detail].filter(Boolean).join(" · ")}
          // Before the field loses the focus and the list goes.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.choose(option)}
        >
          <span className={styles.icon}>
            <Icon source={ICONS[option.kind]} tone="subdued" />
          </span>
          <span className={styles.text}>{option.text}</span>
          {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
        </li>
      ))}
    </ul>
  );
}
