import { Button } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person, Recipients } from "../../mail/person.ts";
import { fullName } from "./full-name.ts";
import { PeopleField } from "./people-field.tsx";
import styles from "./recipients.module.css";

const FIELDS = ["to", "cc", "bcc"] as const;
type Field = (typeof FIELDS)[number];

/** To, and Cc, Bcc and the sender when they are wanted. */
export function RecipientsFields(props: {
  value: Recipients;
  onChange: (recipients: Recipients) => void;
  from: Person;
  /** addresses that take part already; null: nobody is new */
  known: ReadonlySet<string> | null;
  onUnfinished: (unfinished: boolean) => void;
}) {
  const { t } = useTranslation();
  const { value } = props;
  const [opened, setOpened] = useState<Field[]>([]);
  const [sender, setSender] = useState(false);
  const [unfinished, setUnfinished] = useState<Field[]>([]);
  const shows = (field: Field) => field === "to" || value[field].length > 0 || opened.includes(field);
  const note = (field: Field, is: boolean) => {
    const next = is ? [...new Set([...unfinished, field])] : unfinished.filter((one) => one !== field);
    setUnfinished(next);
    props.onUnfinished(next.length > 0);
  };
  return (
    <div role="group" aria-label={t("recipients.label")} className={styles.recipients}>
      {FIELDS.filter(shows).map((field) => (
        <PeopleField
          key={field}
          label={t(`recipients.${field}`)}
          people={value[field]}
          known={props.known}
          onChange={(people) => props.onChange(moved(value, field, people))}
          onUnfinished={(is) => note(field, is)}
          focusFirst={opened.includes(field)}
        />
      ))}
      {sender ? (
        <p className={styles.sender} data-testid="reply-from">
          <span className={styles.label}>{t("recipients.from")}</span> {fullName(props.from)}
        </p>
      ) : null}
      <div className={styles.more}>
        {(["cc", "bcc"] as const)
          .filter((field) => !shows(field))
          .map((field) => (
            <Button
              key={field}
              variant="plain"
              size="micro"
              accessibilityLabel={t(field === "cc" ? "recipients.addCc" : "recipients.addBcc")}
              onClick={() => setOpened([...opened, field])}
            >
              {t(`recipients.${field}`)}
            </Button>
          ))}
        <Button
          variant="plain"
          size="micro"
          accessibilityLabel={t("recipients.showFrom")}
          ariaExpanded={sender}
          onClick={() => setSender(!sender)}
        >
          {t("recipients.from")}
        </Button>
      </div>
    </div>
  );
}

/** Whoever is put into one field leaves the others: nobody gets a mail twice. */
function moved(before: Recipients, field: Field, people: Person[]): Recipients {
  const taken = new Set(people.map(({ address }) => address));
  const without = (others: Person[]) => others.filter(({ address }) => !taken.has(address));
  const rest = { to: without(before.to), cc: without(before.cc), bcc: without(before.bcc) };
  return { ...rest, [field]: people };
}
