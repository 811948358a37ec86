import { Badge, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ShownReturn } from "../../orders/shown/detail.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Part } from "./part.tsx";
import styles from "./orders.module.css";

/** What the customer sends back, and why. */
export function Returns({ returns }: { returns: ShownReturn[] | null }) {
  const { t } = useTranslation();
  if (returns?.length === 0) return null;
  return (
    <Part title={t("orders.returns")}>
      {returns ? (
        <ul className={styles.list}>
          {returns.map((one) => (
            <OneReturn key={one.id} one={one} />
          ))}
        </ul>
      ) : (
        <Text as="p" tone="subdued">
          {t("orders.returnsHidden")}
        </Text>
      )}
    </Part>
  );
}

function OneReturn({ one: { name, status, createdAt, items, reasons } }: { one: ShownReturn }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  return (
    <li className={styles.parcel} data-testid="return">
      <InlineStack gap="100" blockAlign="center">
        <span>{name}</span>
        {isStatus(status) ? <Badge tone={STATUS[status]}>{t(`returnStatus.${status}`)}</Badge> : null}
      </InlineStack>
      <span className={styles.small}>
        {formatDate(new Date(createdAt), reader)} · {t("card.items", { count: items })}
      </span>
      {reasons.map(({ reason, said }, place) =>
        reason || said ? (
          <span key={place} className={styles.said}>
            {[reason, said ? `”${said}”` : null].filter(Boolean).join(": ")}
          </span>
        ) : null,
      )}
    </li>
  );
}

const STATUS = {
  CANCELED: undefined,
  CLOSED: undefined,
  DECLINED: "warning",
  OPEN: "attention",
  REQUESTED: "attention",
} satisfies Record<string, BadgeProps["tone"]>;

const isStatus = (status: string): status is keyof typeof STATUS => status in STATUS;
