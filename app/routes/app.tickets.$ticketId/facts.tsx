// What is to be known of a message beside its words: what kind of machine wrote it, who really sent it, who got it.
import { Badge, Icon } from "@shopify/polaris";
import { AlertTriangleIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Person } from "../../mail/person.ts";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import styles from "./facts.module.css";

export function Facts({ message, customer }: { message: ThreadMessage; customer: string | null }) {
  const { t } = useTranslation();
  const { machine, sentByAddress, fromAddress } = message;
  const recipients = isUsual(message, customer) ? null : message.recipients;
  if (!machine && !sentByAddress && !recipients) return null;
  return (
    <div className={styles.facts}>
      {machine ? (
        <span data-testid="machine">
          <Badge>{t(`reading.machine.${machine}`)}</Badge>
        </span>
      ) : null}
      {sentByAddress ? (
        <p className={styles.warning} data-testid="sent-by">
          <Icon source={AlertTriangleIcon} tone="caution" />
          {t("reading.sentBy", { sentBy: sentByAddress, from: fromAddress ?? "" })}
        </p>
      ) : null}
      {recipients ? <RecipientsLine recipients={recipients} /> : null}
    </div>
  );
}

function RecipientsLine({ recipients: { to, cc, bcc } }: { recipients: ThreadMessage["recipients"] }) {
  const { t } = useTranslation();
  const lines = [
    { label: t("reading.to"), people: to },
    { label: t("reading.cc"), people: cc },
    { label: t("reading.bcc"), people: bcc },
  ].filter(({ people }) => people.length);
  return (
    <details className={styles.recipients} data-testid="recipients">
      <summary>
        {lines.map(({ label, people }) => `${label} ${people.map(shortName).join(", ")}`).join(", ")}
      </summary>
      {lines.map(({ label, people }) => (
        <p key={label}>
          {label} {people.map(fullName).join(", ")}
        </p>
      ))}
    </details>
  );
}

/** Written to one of us, or by us to the customer alone: nothing that needs saying. */
function isUsual(
  { kind, forward, recipients: { to, cc, bcc } }: ThreadMessage,
  customer: string | null,
): boolean {
  if (forward) return false;
  if (cc.length || bcc.length || to.length > 1) return false;
  return kind !== "outbound" || !to[0] || to[0].address === customer;
}

const shortName = ({ name, address }: Person): string => name || address;
const fullName = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address);
