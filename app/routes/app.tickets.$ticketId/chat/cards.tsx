// Products and orders shown with a message, as the visitor sees them.
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../lib/money.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import { useClock } from "../../../ui/clock.tsx";
import styles from "./cards.module.css";

export function Cards({ cards }: { cards: Card[] }) {
  const { t } = useTranslation();
  if (!cards.length) return null;
  return (
    <ul className={styles.cards} aria-label={t("chat.cards.label")}>
      {cards.map((card, index) => (
        <li key={index} className={styles.card} data-testid="message-card" data-kind={card.kind}>
          {card.kind === "product" && card.image ? (
            <img src={card.image} alt="" className={styles.picture} loading="lazy" />
          ) : null}
          <CardWords card={card} />
        </li>
      ))}
    </ul>
  );
}

/** What stands on it: name, the line below, what it costs. */
export function CardWords({ card, linked = true }: { card: Card; linked?: boolean }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const title = card.kind === "product" ? card.title : t("chat.cards.order", { name: card.name });
  const below = card.kind === "product" ? card.variant : card.status;
  const amount = card.kind === "product" ? card.price : card.total;
  return (
    <span className={styles.words}>
      <span className={styles.title}>
        {linked && card.url ? (
          <a href={card.url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </span>
      {below ? <span className={styles.below}>{below}</span> : null}
      <span className={styles.price}>
        {formatMoney({ amount, currencyCode: card.currency }, reader.locale)}
      </span>
    </span>
  );
}
