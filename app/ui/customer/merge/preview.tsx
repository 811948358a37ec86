import { BlockStack, Button, ChoiceList, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MOST_COUNTED, type CustomerSide } from "../../../customers/merging/side.ts";
import styles from "../../merge.module.css";

/** What there will be afterwards. */
export function Preview(props: {
  from: CustomerSide;
  into: CustomerSide;
  name: "from" | "into";
  onName: (name: "from" | "into") => void;
  onSwap: () => void;
}) {
  const { t } = useTranslation();
  const { from, into, name } = props;
  const called = ({ name, email }: CustomerSide) => name || email || t("card.unnamed");
  const stores = [...new Set([...into.stores, ...from.stores])];
  const many = from.tickets >= MOST_COUNTED;
  return (
    <BlockStack gap="300">
      <dl className={styles.preview} data-testid="customers-preview">
        <Line name={t("who.merge.stays")}>{called(into)}</Line>
        <Line name={t("who.merge.becomes")}>{called(from)}</Line>
        <Line name={t("who.merge.what")}>
          {t(many ? "who.merge.ticketsMany" : "who.merge.tickets", { count: from.tickets })}
        </Line>
        <Line name={t("who.merge.addresses")}>{[...into.addresses, ...from.addresses].join(", ")}</Line>
        {stores.length ? <Line name={t("who.merge.stores")}>{stores.join(", ")}</Line> : null}
      </dl>
      {from.name && from.name !== into.name ? (
        <ChoiceList
          title={t("who.merge.name")}
          choices={[
            { label: called(into), value: "into" },
            { label: from.name, value: "from" },
          ]}
          selected={[name]}
          onChange={([chosen]) => props.onName(chosen === "from" ? "from" : "into")}
        />
      ) : null}
      <span>
        <Button variant="plain" onClick={props.onSwap}>
          {t("who.merge.swap", { name: called(from) })}
        </Button>
      </span>
      <Text as="p" tone="subdued" variant="bodySm">
        {t("who.merge.note")}
      </Text>
    </BlockStack>
  );
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
